package dev.azoth.sql;

import dev.azoth.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A bound value. It is a parameter of the statement and no part of its structure. */
public record Bind<T>(SqlType<T> type, @Nullable T value) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.bind(this);
    }
}
