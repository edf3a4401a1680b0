package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A call of a function.
 *
 * @param function    its name in SQL, in lower case; a dialect may write another
 * @param arguments   its arguments
 * @param aggregation which rows it sees, if it is a function of many
 */
public record FunctionCall<T>(String function, List<Expression<?>> arguments, Aggregation aggregation, SqlType<T> type)
        implements Expression<T> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    /** Takes an immutable copy and checks the name, which is written as it is. */
    public FunctionCall {
        arguments = List.copyOf(arguments);
        if (!NAME.matcher(function).matches()) {
            throw new IllegalArgumentException("not a function's name: " + function);
        }
    }

    /** The aggregate of each different value once. */
    public FunctionCall<T> distinct() {
        return with(aggregation.asDistinct());
    }

    /** The aggregate of the rows that meet the condition; written as a CASE where the database has no FILTER. */
    public FunctionCall<T> filter(Expression<Boolean> condition) {
        return with(aggregation.filtered(Condition.of(condition)));
    }

    /** The aggregate of the rows in this order: {@code string_agg(x, ',' ORDER BY y)}. */
    public FunctionCall<T> orderBy(SortTerm... terms) {
        return with(aggregation.ordered(SortTerm.orderings(terms)));
    }

    /** An ordered-set aggregate of the rows in this order: {@code mode() WITHIN GROUP (ORDER BY x)}. */
    public FunctionCall<T> withinGroup(SortTerm... terms) {
        return with(aggregation.grouped(SortTerm.orderings(terms)));
    }

    /** The window function without the rows whose value is null. */
    public FunctionCall<T> ignoreNulls() {
        return with(aggregation.ignoringNulls());
    }

    /** The function over all rows: {@code count(*) OVER ()}. */
    public FunctionCall<T> over() {
        return over(Window.ALL);
    }

    /** The function over the rows of a window, for each row of the result. */
    public FunctionCall<T> over(Window window) {
        return with(aggregation.within(window));
    }

    /** The function over the rows of a window: {@code sum(order.total).over(w -> w.partitionBy(order.customerId))}. */
    public FunctionCall<T> over(UnaryOperator<Window> window) {
        return over(window.apply(Window.ALL));
    }

    /** Whether it is of the rows of a group: by what it says of them, or by its name, as far as the name is known. */
    public boolean isAggregate() {
        return aggregation.over() == null && (Aggregates.has(function) || !aggregation.equals(Aggregation.NONE));
    }

    /** The same call with other arguments. */
    public FunctionCall<T> withArguments(Expression<?>... others) {
        return new FunctionCall<>(function, Arrays.asList(others), aggregation, type);
    }

    /** The same call for other rows. */
    public FunctionCall<T> with(Aggregation other) {
        return new FunctionCall<>(function, arguments, other, type);
    }

    @Override
    public void describe(Structure out) {
        out.value(function)
                .nodes(arguments)
                .node(aggregation.equals(Aggregation.NONE) ? null : aggregation)
                .value(type);
    }
}
