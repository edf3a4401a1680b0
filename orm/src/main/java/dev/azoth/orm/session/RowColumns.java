package dev.azoth.orm.session;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some columns of an entity's table, by their slots. */
final class RowColumns {
    private final int[] slots;
    private final List<Column<?>> columns;

    private RowColumns(EntityMapping<?> mapping, BitSet slots) {
        this.slots = slots.stream().toArray();
        this.columns = new ArrayList<>();
        for (int slot : this.slots) {
            columns.add(mapping.columns().get(slot));
        }
    }

    /** Those that an INSERT writes. */
    static RowColumns inserted(EntityMapping<?> mapping, @Nullable ColumnAttribute without) {
        BitSet slots = new BitSet();
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column) {
                slots.set(column.slot(), slots.get(column.slot()) || column.isInsertable() || column.isId());
            } else if (each instanceof ToOneMapping toOne && toOne.isOwning()) {
                for (int part = 0; part < toOne.columns().size(); part++) {
                    if (toOne.isInsertable(part)) {
                        slots.set(toOne.slot(part));
                    }
                }
            }
        }
        if (without != null) {
            slots.clear(without.slot());
        }
        return new RowColumns(mapping, slots);
    }

    /** Those that an UPDATE of some attributes writes. */
    static RowColumns updated(EntityMapping<?> mapping, BitSet attributes) {
        BitSet slots = new BitSet();
        for (AttributeMapping each : mapping.attributes()) {
            if (!attributes.get(each.index())) {
                continue;
            }
            if (each instanceof ColumnAttribute column && column.isUpdatable()) {
                slots.set(column.slot());
            } else if (each instanceof ToOneMapping toOne && toOne.isOwning()) {
                for (int part = 0; part < toOne.columns().size(); part++) {
                    if (toOne.isUpdatable(part)) {
                        slots.set(toOne.slot(part));
                    }
                }
            }
        }
        return new RowColumns(mapping, slots);
    }

    List<Column<?>> columns() {
        return columns;
    }

    /** Their values out of those of a whole row, and then some more. */
    @Nullable
    Object[] of(@Nullable Object[] row, int more) {
        @Nullable Object[] values = new @Nullable Object[slots.length + more];
        for (int i = 0; i < slots.length; i++) {
            values[i] = row[slots[i]];
        }
        return values;
    }
}
