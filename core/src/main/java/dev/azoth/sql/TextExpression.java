package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.Collection;

/** An expression written as SQL text; see {@link Sql#expression}. */
public record TextExpression<T>(TextFragment text, SqlType<T> type) implements Expression<T> {
    /** Binds a value, or puts in an expression or a {@linkplain Sql#listParameter list}, for {@code :name}. */
    public TextExpression<T> bind(String name, Object value) {
        return new TextExpression<>(text.bind(name, value), type);
    }

    /** Binds a list of any length, which may be empty, for {@code :name} in {@code IN (:name)}. */
    public <V> TextExpression<T> bindList(String name, SqlType<V> element, Collection<? extends V> list) {
        return new TextExpression<>(text.bindList(name, element, list), type);
    }

    @Override
    public void describe(Structure out) {
        out.node(text).value(type);
    }
}
