package dev.azoth.orm.annotation;

import dev.azoth.orm.LoadStrategy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a relationship is loaded when a query does not say; more precise than {@code fetch}, with which it must not be combined.
 *
 * <p>{@code LAZY} and {@code RAISE} on a relationship to one need a field of type {@link dev.azoth.orm.Lazy}: a plain field has no state for
 * "not loaded".
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Load {
    /** The strategy. */
    LoadStrategy value();
}
