package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the session make ULIDs, for a {@code String}: 26 letters and digits that sort by time, of 48 bits of time, in milliseconds, and 80 bits by chance. For a {@code UUID} there is
 * {@link Uuid}, since not every database takes other bits for one.
 */
@Documented
@GeneratedBy(Ulids.class)
@SuppressWarnings("exports") // what makes the values is for the session alone
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Ulid {}
