package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** A query of one column and at most one row, used as a value. */
public record ScalarSubquery<T>(Query<? extends T> query, SqlType<T> type) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.node(query).value(type);
    }
}
