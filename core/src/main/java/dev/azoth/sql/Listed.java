package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** What stands between the parentheses of IN, when it is no query: values, or a parameter for them. */
public sealed interface Listed<T> extends Node permits ListedValues, ListParameter {
    /** The type of each value. */
    SqlType<T> type();
}
