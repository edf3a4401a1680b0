package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import java.util.Collection;
import java.util.List;

/**
 * A relationship of an entity to one object.
 *
 * @param <E> the entity's class
 * @param <T> the class at the other end
 */
public final class ToOne<E, T> extends Relationship<E, T> {
    ToOne(EntityPath<E> owner, RelationshipMapping mapping, Class<T> target) {
        super(owner, mapping, target);
    }

    /** The same as leading to objects of a class that extends the other end's: in joins, conditions and options. */
    public <S extends T> ToOne<E, S> ofType(EntityPath<S> below) {
        return new ToOne<>(owner(), mapping(), below.javaType());
    }

    /**
     * Whether it leads to this object.
     *
     * @throws InvalidRequestException if the object has no key yet: flush it first
     */
    public Condition eq(T object) {
        return leadsTo(List.of(object));
    }

    /** Whether it leads to one of these objects; to none of none. */
    public Condition in(Collection<? extends T> objects) {
        return leadsTo(objects);
    }

    /** Whether it leads to no object. */
    public Condition isNull() {
        return mapping().isOwning()
                ? Sql.anyOf(local().stream().map(each -> each.isNull()).toList())
                : has(target().as("some_" + name().replace('.', '_'))).not();
    }

    /** Whether it leads to an object. */
    public Condition isNotNull() {
        return isNull().not();
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
