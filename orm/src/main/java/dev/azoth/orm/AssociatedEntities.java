package dev.azoth.orm;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import java.util.function.Function;

/**
 * The objects that an {@link AssociationProxy} gives of an entity, in a statement: they are asked for through both relationships. Immutable.
 *
 * @param <T> the class of the objects
 */
public final class AssociatedEntities<T> {
    private final Function<Function<ToOne<?, T>, Condition>, Condition> exists;
    private final Condition none;

    private AssociatedEntities(Function<Function<ToOne<?, T>, Condition>, Condition> exists, Condition none) {
        this.exists = exists;
        this.none = none;
    }

    static <E, A, T> AssociatedEntities<T> of(
            Relationship<E, A> association, AssociationTarget<A, T> target, Class<T> type) {
        EntityPath<A> through =
                association.target().as("through_" + association.name().replace('.', '_'));
        return new AssociatedEntities<>(
                condition -> association.exists(through, condition.apply(target.toOne(through, type))),
                association.exists(through).not());
    }

    /**
     * The condition under which an object is one of them: {@code select(order.id, product.name).from(order).join(product, PRODUCTS.on(order).on(product))}. It is an
     * EXISTS, so a row is joined once to each of its objects.
     */
    public Condition on(EntityPath<T> target) {
        return exists.apply(each -> each.on(target));
    }

    /** Whether one of them meets the conditions; in them it is called {@code target}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition any(EntityPath<T> target, Expression<Boolean>... conditions) {
        return exists.apply(each -> each.exists(target, conditions));
    }

    /**
     * Whether an object is among them.
     *
     * @throws dev.azoth.InvalidRequestException if the object has no key yet: flush it first
     */
    public Condition contains(T object) {
        return exists.apply(each -> each.eq(object));
    }

    /** Whether there are none. */
    public Condition isEmpty() {
        return none;
    }
}
