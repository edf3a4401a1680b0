package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** An expression that is taken for one of another type; nothing of it is in the text. */
public record Coerced<T>(Expression<?> operand, SqlType<T> type) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.node(operand).value(type);
    }
}
