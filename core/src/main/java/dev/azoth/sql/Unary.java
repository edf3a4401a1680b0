package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** {@code op operand}. */
public record Unary<T>(Operator operator, Expression<?> operand, SqlType<T> type) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.value(operator).node(operand).value(type);
    }
}
