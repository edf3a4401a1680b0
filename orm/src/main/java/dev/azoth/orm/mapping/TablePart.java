package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Node;
import dev.azoth.sql.Rewriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A table that has a part of an entity's rows.
 *
 * @param table   the table
 * @param columns its columns by those of the entity that they are, without those of the key where another table has the key already
 * @param key     its columns that have the entity's key
 * @param first   whether it is the one that rows are in first
 */
public record TablePart(Table table, Map<Column<?>, Column<?>> columns, List<Column<?>> key, boolean first) {
    /** Takes an immutable copy of the key. */
    public TablePart {
        key = List.copyOf(key);
    }

    /** A table whose columns are the entity's own. */
    static TablePart of(Table table, List<Column<?>> columns, boolean first) {
        return of(table, columns, each -> each, first);
    }

    /** A table that has its own column for each of the entity's. */
    static TablePart of(Table table, List<Column<?>> columns, Function<Column<?>, Column<?>> own, boolean first) {
        Map<Column<?>, Column<?>> byColumn = new LinkedHashMap<>();
        columns.forEach(each -> byColumn.put(each, own.apply(each)));
        return new TablePart(table, byColumn, table.primaryKey(), first);
    }

    /** Whether the table has a column of the entity's. */
    public boolean has(Column<?> column) {
        return columns.containsKey(column);
    }

    /** A statement over the entity's columns as one over the table's own. */
    public <N extends Node> N written(N statement) {
        boolean own = columns.entrySet().stream().allMatch(each -> each.getKey() == each.getValue());
        return own
                ? statement
                : Rewriter.rewrite(statement, node -> node instanceof Column<?> column ? columns.get(column) : null);
    }

    /** The table's column that is one of the entity's, which it must have. */
    @SuppressWarnings("unchecked") // it was made with the type of the other
    public <T> Column<T> own(Column<T> column) {
        return (Column<T>) Objects.requireNonNull(columns.get(column), column::name);
    }
}
