package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import java.util.List;

/**
 * A relationship of an entity to one object.
 *
 * @param <E> the entity's class
 * @param <T> the class at the other end
 */
public final class ToOne<E, T> extends Relationship<E, T> {
    ToOne(EntityPath<E> owner, RelationshipMapping mapping) {
        super(owner, mapping);
    }

    /** Whether the object is there and meets the conditions; in them it is called {@code target}. */
    @SafeVarargs
    public final Condition has(EntityPath<T> target, Expression<Boolean>... conditions) {
        return exists(target, conditions);
    }

    /**
     * The foreign key's column, or this entity's key where the other end has the foreign key.
     *
     * @throws InvalidRequestException if the key is of several columns, or of another class
     */
    @SuppressWarnings("unchecked") // the class is compared
    public <K> ColumnReference<K> key(Class<K> type) {
        List<ColumnReference<?>> columns = local();
        if (columns.size() != 1 || columns.get(0).type().javaType() != type) {
            throw new InvalidRequestException(
                    this + " has the key " + columns + ", not one column of " + type.getName());
        }
        return (ColumnReference<K>) columns.get(0);
    }
}
