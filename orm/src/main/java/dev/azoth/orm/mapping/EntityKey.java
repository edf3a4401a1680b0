package dev.azoth.orm.mapping;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Identifies a row of an entity: equal when mapping and key values are. */
public final class EntityKey {
    private final EntityMapping<?> mapping;
    private final Object[] values;
    private final int hash;

    EntityKey(EntityMapping<?> mapping, Object[] values) {
        this.mapping = mapping;
        this.values = values;
        this.hash = 31 * System.identityHashCode(mapping) + Arrays.hashCode(values);
    }

    /** The entity. */
    public EntityMapping<?> mapping() {
        return mapping;
    }

    /** The values of the key's columns, in order. */
    public List<Object> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The value of one column of the key. */
    public Object value(int part) {
        return values[part];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityKey key
                && hash == key.hash
                && mapping == key.mapping
                && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@code User#42}; {@code OrderLine#(42, 1)} for a key of several columns. */
    @Override
    public String toString() {
        return mapping.name() + "#"
                + (values.length == 1
                        ? values[0]
                        : values().toString().replace('[', '(').replace(']', ')'));
    }
}
