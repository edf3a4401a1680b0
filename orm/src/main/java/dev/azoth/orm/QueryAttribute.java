package dev.azoth.orm;

import dev.azoth.orm.mapping.ColumnAttribute;

/**
 * An attribute that each query gives an expression: see {@link Loading#withExpression}.
 *
 * @param <E> the entity's class
 * @param <T> the class of its values
 */
public final class QueryAttribute<E, T> {
    private final EntityPath<E> owner;
    private final ColumnAttribute attribute;

    QueryAttribute(EntityPath<E> owner, ColumnAttribute attribute) {
        this.owner = owner;
        this.attribute = attribute;
    }

    /** The entity that has it, as it stands in the query. */
    public EntityPath<E> owner() {
        return owner;
    }

    /** The class of its values. */
    @SuppressWarnings("unchecked") // the path was asked for an attribute of that class
    public Class<T> javaType() {
        return (Class<T>) attribute.column().type().javaType();
    }

    ColumnAttribute attribute() {
        return attribute;
    }

    @Override
    public String toString() {
        return attribute.toString();
    }
}
