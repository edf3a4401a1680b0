package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has an index made: on a member, of its column or the columns of its foreign key; on an entity, or on a mapped superclass for all that extend it, of each foreign key that no key and no
 * other index begins with. Not every database indexes foreign keys by itself, and each deletion looks for the rows that refer to the one that goes.
 *
 * <p>On a member it may say more of the index. What a database does not have is refused by name when the table is created.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Indexed {
    /** Its name; made of table and columns if nothing is said. */
    String name() default "";

    /** Whether its values differ in every row of those that it has. */
    boolean unique() default false;

    /** A condition, in SQL, on the rows that it has: on PostgreSQL and SQLite. */
    String where() default "";

    /** Further columns, after those of the member, with {@code desc} behind those that are kept from the largest value on. */
    String[] columns() default {};

    /** Whether the columns of the member are kept from the largest value on: not on DuckDB. */
    boolean descending() default false;

    /** Columns that are in it to be read and not to be looked for by: on PostgreSQL. */
    String[] include() default {};

    /** How it is kept, such as {@code gin} or {@code brin}: on PostgreSQL. */
    String method() default "";

    /** How the values of the member's column are compared, such as {@code text_pattern_ops}: on PostgreSQL. */
    String operatorClass() default "";
}
