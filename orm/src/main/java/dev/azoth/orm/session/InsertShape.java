package dev.azoth.orm.session;

import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.TablePart;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What INSERTs of rows that leave the same columns to the database write, and what comes back: a part for each table. */
final class InsertShape {
    private final List<Part> parts = new ArrayList<>();

    /**
     * An INSERT.
     *
     * @param fetched the attributes that get what the database gave
     */
    record Part(TablePart table, RowColumns columns, List<ColumnAttribute> fetched) {}

    /**
     * A shape.
     *
     * @param omitted the slots of the columns that are left to the database
     */
    InsertShape(EntityMapping<?> mapping, BitSet omitted) {
        RowColumns all = RowColumns.inserted(mapping, omitted);
        for (TablePart each : mapping.tables()) {
            RowColumns columns = all.in(each);
            parts.add(new Part(
                    each, each.first() ? columns : columns.behindKey(mapping, each), fetched(mapping, each, omitted)));
        }
    }

    private static List<ColumnAttribute> fetched(EntityMapping<?> mapping, TablePart part, BitSet omitted) {
        return mapping.columnAttributes().stream()
                .filter(each -> part.has(each.column()))
                .filter(each -> omitted.get(each.slot()) || (each.isOfDatabase() && !each.isInsertable()))
                .toList();
    }

    List<Part> parts() {
        return parts;
    }
}
