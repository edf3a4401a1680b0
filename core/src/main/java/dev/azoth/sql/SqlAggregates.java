package dev.azoth.sql;

import dev.azoth.type.Types;
import java.math.BigDecimal;

/** Functions of many rows, as {@link Sql} offers them. */
abstract class SqlAggregates extends SqlWindows {
    SqlAggregates() {}

    /** The number of rows. */
    public static FunctionCall<Long> count() {
        return function("count", Types.BIGINT, new TextExpression<>(TextFragment.parse("*"), Types.NULL));
    }

    /** The number of values that are not null. */
    public static FunctionCall<Long> count(Expression<?> expression) {
        return function("count", Types.BIGINT, expression);
    }

    /** The number of different values. */
    public static FunctionCall<Long> countDistinct(Expression<?> expression) {
        return count(expression).distinct();
    }

    /** The sum; null of no rows. A sum of whole numbers is read as their type: cast to a wider one where it may overflow. */
    public static <T> FunctionCall<T> sum(Expression<T> expression) {
        return function("sum", expression.type(), expression);
    }

    /** The mean, as a floating-point number; null of no rows. */
    public static FunctionCall<Double> avg(Expression<? extends Number> expression) {
        return function("avg", Types.DOUBLE, expression);
    }

    /** The mean of exact numbers, as an exact number of the database's own scale; null of no rows. */
    public static FunctionCall<BigDecimal> avgDecimal(Expression<? extends Number> expression) {
        return function("avg", Types.NUMERIC, expression);
    }

    /** The least; null of no rows. */
    public static <T> FunctionCall<T> min(Expression<T> expression) {
        return function("min", expression.type(), expression);
    }

    /** The greatest; null of no rows. */
    public static <T> FunctionCall<T> max(Expression<T> expression) {
        return function("max", expression.type(), expression);
    }
}
