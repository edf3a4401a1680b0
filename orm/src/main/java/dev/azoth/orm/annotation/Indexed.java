package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has an index made: on a member, of its column or the columns of its foreign key; on an entity, or on a mapped superclass for all that extend it, of each foreign key that no key and no
 * other index begins with. Not every database indexes foreign keys by itself, and each deletion looks for the rows that refer to the one that goes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Indexed {}
