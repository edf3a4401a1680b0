package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the entities that extend an entity: a query of it must know them. A sealed class names them itself, and does not need this.
 *
 * <pre>{@code
 * @Entity
 * @Inheritance(strategy = InheritanceType.JOINED)
 * @Subclasses({Manager.class, Engineer.class})
 * public class Employee { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Subclasses {
    /** The entities that extend this one directly. */
    Class<?>[] value();
}
