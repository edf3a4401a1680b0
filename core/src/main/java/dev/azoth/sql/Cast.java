package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** {@code CAST(operand AS type)}. */
public record Cast<T>(Expression<?> operand, SqlType<T> type) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.node(operand).value(type);
    }
}
