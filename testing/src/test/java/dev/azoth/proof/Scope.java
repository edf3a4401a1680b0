package dev.azoth.proof;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees.
 *
 * @param tables the row of each table, by column
 * @param group  the rows that an aggregate is of
 * @param peers  the rows that a window function looks at, this one among them
 * @param outer  what the query around sees
 */
record Scope(
        Map<FromItem, Map<String, @Nullable Object>> tables,
        List<Scope> group,
        List<Scope> peers,
        @Nullable Scope outer) {
    static Scope of(@Nullable Scope outer) {
        return new Scope(Map.of(), List.of(), List.of(), outer);
    }

    Scope with(FromItem table, Map<String, @Nullable Object> row) {
        Map<FromItem, Map<String, @Nullable Object>> more = new HashMap<>(tables);
        more.put(table, row);
        return new Scope(more, group, peers, outer);
    }

    Scope with(Scope other) {
        Map<FromItem, Map<String, @Nullable Object>> more = new HashMap<>(tables);
        more.putAll(other.tables);
        return new Scope(more, group, peers, outer);
    }

    Scope grouped(List<Scope> rows) {
        return new Scope(tables, rows, peers, outer);
    }

    Scope among(List<Scope> rows) {
        return new Scope(tables, group, rows, outer);
    }

    @Nullable
    Object get(ColumnReference<?> column) {
        Map<String, @Nullable Object> row = tables.get(column.table());
        if (row != null) {
            return row.get(column.name());
        } else if (outer != null) {
            return outer.get(column);
        }
        throw new IllegalStateException("no row of " + column.table() + " for " + column.name());
    }
}
