package dev.azoth.orm.annotation;

import dev.azoth.orm.NamingStrategy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how tables and columns of entities are called in the database: of an entity with all that extend it, of all entities that extend a mapped superclass, or of a package, without those
 * within it. The class goes before its superclasses, and these before the package.
 *
 * <p>Annotations, and the annotation processor with them, speak of names as they are without it: a {@code columnList} too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Naming {
    /** The strategy, which has a constructor without parameters. */
    Class<? extends NamingStrategy> value();
}
