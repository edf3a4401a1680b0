package dev.azoth.orm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The entity's rows are those of a query, which stands in FROM wherever the entity does, and which a static method of the class gives:
 * {@code static Select<Row> query()}. It is read only, and has no table. Its members are the columns of these names that the query selects.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DerivedTable {
    /** The name of the method. */
    String value() default "query";
}
