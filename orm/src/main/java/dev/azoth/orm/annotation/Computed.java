package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a column that the database computes out of others of the row whenever these change. The object has the value after the flush; nothing that the program
 * sets is written.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Computed {
    /** The expression as SQL, with the columns' names: {@code price * pieces}. */
    String value();
}
