package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells of a column that the database fills where the object has null when it is inserted, in ways of which the mapping knows nothing, such as a trigger. The object has the value after the
 * flush. As a {@code @Version} it is never written: it is the database that tells versions apart.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface FetchedValue {
    /** Whether its value may be another after each update of the row. */
    boolean changes() default false;

    /** Whether the column is there without being declared, as PostgreSQL's {@code xmin} is: it is left out where the table is created. */
    boolean system() default false;
}
