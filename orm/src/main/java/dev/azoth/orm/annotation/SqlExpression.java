package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the database compute a value in the INSERT, where the object has null. The object has the value after the flush. Unlike a {@link ServerDefault}, it is no part of the
 * table.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface SqlExpression {
    /** The expression as SQL, such as {@code CURRENT_TIMESTAMP}. */
    String value();

    /** Whether it is computed in each UPDATE that does not set it too, over the row as it was. */
    boolean changes() default false;
}
