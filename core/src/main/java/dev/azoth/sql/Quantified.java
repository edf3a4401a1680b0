package dev.azoth.sql;

import dev.azoth.type.SqlType;

/**
 * {@code ANY (query)} or {@code ALL (query)}, on the right side of a comparison.
 *
 * @param every whether the comparison must hold for all rows, and not for one
 */
public record Quantified<T>(boolean every, Query<? extends T> query, SqlType<T> type) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.value(every).node(query).value(type);
    }
}
