package dev.azoth.orm.session;

import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A row of an entity that a program gave: values of some of its columns, by slot. */
final class GivenRow {
    private final EntityMapping<?> mapping;
    private final BitSet given = new BitSet();
    private final BitSet elsewhere = new BitSet();
    private final @Nullable Object[] values;

    GivenRow(EntityMapping<?> mapping) {
        this.mapping = mapping;
        this.values = new @Nullable Object[mapping.columns().size()];
    }

    void put(int slot, @Nullable Object value) {
        given.set(slot);
        values[slot] = value;
    }

    /** The statement itself has a value for the column. */
    void leave(int slot) {
        elsewhere.set(slot);
    }

    /** Whether nobody has given a value. */
    boolean lacks(int slot) {
        return values[slot] == null && !elsewhere.get(slot);
    }

    boolean has(int slot) {
        return given.get(slot);
    }

    /** The slots of the columns that have a value, which may be null. */
    BitSet given() {
        return given;
    }

    @Nullable
    Object[] values() {
        return values;
    }

    EntityKey key() {
        return mapping.keyOfValues(values);
    }
}
