package dev.azoth.sql;

import dev.azoth.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A value written into the text: part of the structure, meant for constants such as {@code TRUE}, {@code NULL} or {@code 1}. */
public record Literal<T>(SqlType<T> type, @Nullable T value) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        // values such as Json's are equal that are not written alike
        out.value(type).value(value).value(String.valueOf(value));
    }
}
