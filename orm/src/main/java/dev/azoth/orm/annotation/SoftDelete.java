package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that rows are marked as deleted, and stay: on a {@code boolean} that is true then, or on an {@code Instant} that tells since when and is null before.
 *
 * <p>{@code session.delete} and DELETE statements of the entity write it, and statements of a session leave marked rows out, as by a criterion, unless they are
 * told to include them. Of entities that extend each other the first has it.
 *
 * @see dev.azoth.orm.Loading#includeDeleted
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface SoftDelete {}
