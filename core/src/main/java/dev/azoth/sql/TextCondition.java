package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.Collection;

/** A condition written as SQL text; see {@link Sql#condition}. */
public record TextCondition(TextFragment text) implements Condition {
    /** Binds a value, or puts in an expression or a {@linkplain Sql#listParameter list}, for {@code :name}. */
    public TextCondition bind(String name, Object value) {
        return new TextCondition(text.bind(name, value));
    }

    /** Binds a list of any length, which may be empty, for {@code :name} in {@code IN (:name)}. */
    public <V> TextCondition bindList(String name, SqlType<V> element, Collection<? extends V> list) {
        return new TextCondition(text.bindList(name, element, list));
    }

    @Override
    public void describe(Structure out) {
        out.node(text);
    }
}
