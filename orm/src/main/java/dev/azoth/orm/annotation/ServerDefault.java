package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a column with a default, which the database gives to a row that is inserted while the object has null there. The object has the value after the flush.
 *
 * <p>A null cannot be inserted then; an update writes one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ServerDefault {
    /** The default as SQL, such as {@code 0}, {@code 'open'} or {@code CURRENT_TIMESTAMP}: the same on all databases that the class is for. */
    String value();
}
