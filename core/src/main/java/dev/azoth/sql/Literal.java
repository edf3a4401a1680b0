package dev.azoth.sql;

import dev.azoth.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A value written into the text: part of the structure, meant for constants such as {@code TRUE}, {@code NULL} or {@code 1}. */
public record Literal<T>(SqlType<T> type, @Nullable T value) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.value(type).value(value);
    }
}
