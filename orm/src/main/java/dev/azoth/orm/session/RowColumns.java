package dev.azoth.orm.session;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.Hierarchy;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some columns of an entity's table, by their slots. */
final class RowColumns {
    private final int[] slots;
    private final List<Column<?>> columns;

    private RowColumns(int[] slots, List<Column<?>> columns) {
        this.slots = slots;
        this.columns = columns;
    }

    /** Those of these slots. */
    static RowColumns of(EntityMapping<?> mapping, BitSet slots) {
        List<Column<?>> columns = new ArrayList<>();
        slots.stream().forEach(slot -> columns.add(mapping.columns().get(slot)));
        return new RowColumns(slots.stream().toArray(), columns);
    }

    /** Those of them that are in a table. */
    RowColumns in(TablePart part) {
        List<Column<?>> some = new ArrayList<>();
        int[] own = IntStream.range(0, slots.length)
                .filter(i -> part.has(columns.get(i)))
                .peek(i -> some.add(part.own(columns.get(i))))
                .map(i -> slots[i])
                .toArray();
        return new RowColumns(own, some);
    }

    /** These behind the key, which the table has from the one that rows are in first. */
    RowColumns behindKey(EntityMapping<?> mapping, TablePart part) {
        IntStream key = mapping.key().stream().mapToInt(mapping.columns()::indexOf);
        List<Column<?>> all = new ArrayList<>(part.key());
        all.addAll(columns);
        return new RowColumns(IntStream.concat(key, Arrays.stream(slots)).toArray(), all);
    }

    /** Those that an INSERT writes, but for some slots. */
    static RowColumns inserted(EntityMapping<?> mapping, BitSet without) {
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
        slots.andNot(without);
        mapping.hierarchy()
                .filter(Hierarchy::isStored)
                .ifPresent(each -> slots.set(mapping.columns().indexOf(each.discriminator())));
        return of(mapping, slots);
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
        return of(mapping, slots);
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
