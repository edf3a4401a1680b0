package dev.azoth.sql;

import java.util.List;

/** The first half of {@code merge(table).using(…)}. */
public final class MergeInto {
    private final NamedTable table;

    MergeInto(NamedTable table) {
        this.table = table;
    }

    /** Compares the table's rows with those of a table, query or values, by a condition on both. */
    public Merge<Row> using(Source source, Expression<Boolean> on) {
        return new Merge<>(table, source.fromItem(), Condition.of(on), List.of(), Returning.NONE);
    }
}
