package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a {@code List} as an SQL array, on databases that have arrays; on others a statement that needs the column fails to compile.
 *
 * <p>A list without this annotation is never taken for an array: whether it was meant as JSON, as a table of its own or as an array cannot be
 * guessed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Array {}
