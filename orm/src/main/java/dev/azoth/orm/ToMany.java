package dev.azoth.orm;

import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import java.util.List;

/**
 * A relationship of an entity to many objects.
 *
 * @param <E> the entity's class
 * @param <T> the class at the other end
 */
public final class ToMany<E, T> extends Relationship<E, T> {
    ToMany(EntityPath<E> owner, RelationshipMapping mapping, Class<T> target) {
        super(owner, mapping, target);
    }

    /** The same as leading to objects of a class that extends the other end's: in joins, conditions and options. */
    public <S extends T> ToMany<E, S> ofType(EntityPath<S> below) {
        return new ToMany<>(owner(), mapping(), below.javaType());
    }

    /**
     * Whether it leads to this object, among others.
     *
     * @throws dev.azoth.InvalidRequestException if the object has no key yet: flush it first
     */
    public Condition contains(T object) {
        return leadsTo(List.of(object));
    }

    /** Whether it leads to no object. */
    public Condition isEmpty() {
        return any(target().as("some_" + name().replace('.', '_'))).not();
    }

    /** Whether one of the objects meets the conditions; in them it is called {@code target}. */
    @SafeVarargs
    public final Condition any(EntityPath<T> target, Expression<Boolean>... conditions) {
        return exists(target, conditions);
    }
}
