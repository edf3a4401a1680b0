package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function.
 *
 * @param function  its name in SQL, in lower case; a dialect may write another
 * @param arguments its arguments
 * @param distinct  whether an aggregate sees each value once
 * @param filter    which rows an aggregate sees, or null for all
 */
public record FunctionCall<T>(
        String function,
        List<Expression<?>> arguments,
        boolean distinct,
        @Nullable Condition filter,
        SqlType<T> type) implements Expression<T> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    /** Takes an immutable copy and checks the name, which is written as it is. */
    public FunctionCall {
        arguments = List.copyOf(arguments);
        if (!NAME.matcher(function).matches()) {
            throw new IllegalArgumentException("not a function's name: " + function);
        }
    }

    /** The aggregate of the rows that meet the condition; written as a CASE where the database has no FILTER. */
    public FunctionCall<T> filter(Expression<Boolean> condition) {
        return new FunctionCall<>(function, arguments, distinct, Condition.of(condition), type);
    }

    @Override
    public void describe(Structure out) {
        out.value(function).nodes(arguments).value(distinct).node(filter).value(type);
    }
}
