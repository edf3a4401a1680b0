package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** {@code expression AS name}: the name in the select list, the name in ORDER BY, the expression elsewhere. */
public record Label<T>(Expression<T> expression, String labelName) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.node(expression).value(labelName);
    }

    @Override
    public SqlType<T> type() {
        return expression.type();
    }
}
