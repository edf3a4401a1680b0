package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** A value that is named now and given when the statement runs. */
public record Parameter<T>(String parameterName, SqlType<T> type) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.value(parameterName).value(type);
    }
}
