package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has rows follow the key of an entity when that changes: the foreign keys that refer to it, of other entities, of tables of pairs and of values, are declared
 * {@code ON UPDATE CASCADE}. Those of an entity whose key is, in part, the key of this one follow too.
 *
 * <p>For a class whose key the program assigns; of entities that extend each other, for the first. Without it, or where the database has no such
 * declaration, a flush that changes a key writes what refers to it, as far as foreign keys may be null for a moment.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnUpdateCascade {}
