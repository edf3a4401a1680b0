package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Connects the rows of a relationship by any condition, which a static method of the class gives. Such a relationship is read and never written, as with
 * {@link ViewOnly}.
 *
 * <pre>{@code
 * @OneToMany
 * @JoinCondition
 * List<Address> inTown = new ArrayList<>();
 *
 * static Condition inTown(EntityPath<User> user, EntityPath<Address> address) {
 *     return address.toOne("user", User.class).on(user).and(address.column("town", String.class).eq(user.column("town", String.class)));
 * }
 * }</pre>
 *
 * <p>The method's parameters are {@code EntityPath}s, or the classes that the processor writes for the entities, {@code User_} and {@code Address_}: this entity,
 * and the one at the other end, as they stand in a statement.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface JoinCondition {
    /** The name of the method; that of the member if nothing is said. */
    String value() default "";
}
