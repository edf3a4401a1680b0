package dev.azoth.orm;

import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;

/**
 * A relationship of an entity to many objects.
 *
 * @param <E> the entity's class
 * @param <T> the class at the other end
 */
public final class ToMany<E, T> extends Relationship<E, T> {
    ToMany(EntityPath<E> owner, RelationshipMapping mapping) {
        super(owner, mapping);
    }

    /** Whether one of the objects meets the conditions; in them it is called {@code target}. */
    @SafeVarargs
    public final Condition any(EntityPath<T> target, Expression<Boolean>... conditions) {
        return exists(target, conditions);
    }
}
