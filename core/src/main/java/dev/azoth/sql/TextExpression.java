package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** An expression written as SQL text; see {@link Sql#expression}. */
public record TextExpression<T>(TextFragment text, SqlType<T> type) implements Expression<T> {
    /** Binds a value, or puts in an expression, for {@code :name}. */
    public TextExpression<T> bind(String name, Object value) {
        return new TextExpression<>(text.bind(name, value), type);
    }

    @Override
    public void describe(Structure out) {
        out.node(text).value(type);
    }
}
