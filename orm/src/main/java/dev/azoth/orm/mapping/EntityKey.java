package dev.azoth.orm.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Identifies a row of an entity: equal when mapping and key values are. */
public final class EntityKey {
    private final EntityMapping<?> mapping;
    private final Object value;
    private final int hash;

    /** A key of one value, or of several, which are in a list. */
    EntityKey(EntityMapping<?> mapping, Object value) {
        this.mapping = mapping;
        this.value = value;
        this.hash = 31 * System.identityHashCode(mapping) + value.hashCode();
    }

    /** The entity. */
    public EntityMapping<?> mapping() {
        return mapping;
    }

    private boolean isOfSeveral() {
        return mapping.hasSeveralKeyColumns(); // then they are in a list
    }

    /** The values of the key's columns, in order. */
    @SuppressWarnings("unchecked") // the values of a key of several
    public List<Object> values() {
        return isOfSeveral() ? (List<Object>) value : List.of(value);
    }

    /** The value of one column of the key. */
    public Object value(int part) {
        return isOfSeveral() ? values().get(part) : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityKey key && hash == key.hash && mapping == key.mapping && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@code User#42}; {@code OrderLine#(42, 1)} for a key of several columns. */
    @Override
    public String toString() {
        return mapping.name() + "#"
                + (isOfSeveral() ? value.toString().replace('[', '(').replace(']', ')') : value);
    }
}
