package dev.azoth.orm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The entity's rows are those of a view, which is created with the tables, of a query that a static method of the class gives:
 * {@code static Select<Row> query()}. It is read only. Its members are the columns of these names that the query selects.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface View {
    /** The name of the method. */
    String value() default "query";
}
