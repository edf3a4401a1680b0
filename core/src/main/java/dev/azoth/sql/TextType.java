package dev.azoth.sql;

import dev.azoth.type.BooleanType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.SqlType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.Types;

/** The type of a text that is made of another, or is compared with it: as sensitive as that. */
final class TextType {
    private TextType() {}

    /**
     * Refuses what is certainly no text.
     *
     * @throws IllegalArgumentException for numbers, booleans, dates and times
     */
    static void check(Expression<?> operand, String what) {
        SqlType<?> type = operand.type() instanceof SensitiveType<?> sensitive ? sensitive.base() : operand.type();
        if (type instanceof IntegerType<?>
                || type instanceof DecimalType
                || type instanceof FloatType<?>
                || type instanceof BooleanType
                || type instanceof TemporalType<?>) {
            throw new IllegalArgumentException(
                    what + " is for texts, and " + type.name() + " is none: cast(Types.TEXT) makes one of it");
        }
    }

    static SqlType<String> of(Expression<?> source) {
        return source.type().isSensitive() ? Types.TEXT.sensitive() : Types.TEXT;
    }
}
