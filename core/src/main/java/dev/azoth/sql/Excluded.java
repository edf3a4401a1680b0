package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** In an upsert, the value that the insert would have given to a column. */
public record Excluded<T>(ColumnReference<T> column) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.node(column);
    }

    @Override
    public SqlType<T> type() {
        return column.type();
    }
}
