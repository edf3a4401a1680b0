package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads a member from an expression of SQL, which a static method of the class gives. It is never written.
 *
 * <pre>{@code
 * @ColumnProperty
 * String fullName = "";
 *
 * static Expression<String> fullName(EntityPath<User> user) {
 *     return user.column("first", String.class).concat(" ").concat(user.column("last", String.class));
 * }
 * }</pre>
 *
 * <p>The method's parameter is an {@code EntityPath}, or the class that the processor writes for the entity, {@code User_}. The expression is part of each query
 * of the entity; that of a {@code Lazy} member is computed when the member is asked for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ColumnProperty {
    /** The name of the method; that of the member if nothing is said. */
    String value() default "";
}
