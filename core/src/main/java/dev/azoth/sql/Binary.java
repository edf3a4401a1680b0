package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** {@code left op right}, with a type that need not be that of either side ({@code date - date}). */
public record Binary<T>(Expression<?> left, Operator operator, Expression<?> right, SqlType<T> type)
        implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.node(left).value(operator).node(right).value(type);
    }
}
