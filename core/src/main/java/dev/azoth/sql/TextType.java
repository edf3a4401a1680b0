package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;

/** The type of a text that is made of another, or is compared with it: as sensitive as that. */
final class TextType {
    private TextType() {}

    static SqlType<String> of(Expression<?> source) {
        return source.type().isSensitive() ? Types.TEXT.sensitive() : Types.TEXT;
    }
}
