package dev.azoth.sql;

import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Functions of many rows, as {@link Sql} offers them. */
abstract class SqlAggregates extends SqlOperators {
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

    /** The number of different rows of these values, without the rows where one of them is null. */
    public static FunctionCall<Long> countDistinct(Expression<?> first, Expression<?> second, Expression<?>... more) {
        List<Expression<?>> values = new ArrayList<>(List.of(first, second));
        values.addAll(Arrays.asList(more));
        return new FunctionCall<>("count_distinct_rows", values, Aggregation.NONE, Types.BIGINT);
    }

    /**
     * The sum; null of no rows. One of whole numbers is read as their class, and is a {@link dev.azoth.DataException} where that is too small:
     * {@link #sumLong} and {@link #sumDecimal} have room.
     */
    public static <T> FunctionCall<T> sum(Expression<T> expression) {
        return function("sum", ExactNumbers.sum(expression.type()), expression);
    }

    /** The sum of exact numbers, of any size; null of no rows. SQLite computes that of whole numbers in 64 bits, and refuses one that is larger. */
    public static FunctionCall<BigDecimal> sumDecimal(Expression<? extends Number> expression) {
        return function("sum", ExactNumbers.sum(ExactNumbers.decimal(expression.type())), expression);
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

    /** The sum of whole numbers, as one of 64 bits; null of no rows. */
    public static FunctionCall<Long> sumLong(Expression<? extends Number> expression) {
        return function("sum", Types.BIGINT, expression);
    }

    /** The number of rows that meet the condition. */
    public static FunctionCall<Long> countWhere(Expression<Boolean> condition) {
        return count().filter(condition);
    }

    /** The texts that are not null, with a separator between them, in no order but that of {@link FunctionCall#orderBy}; null of none. */
    public static FunctionCall<String> stringAgg(Expression<String> expression, String separator) {
        return function("string_agg", TextType.of(expression), expression, new Literal<>(Types.TEXT, separator));
    }

    /** The values as an array, nulls among them, on databases that have arrays; null of no rows. */
    public static <E> FunctionCall<List<E>> arrayAgg(Expression<E> expression) {
        return function("array_agg", Types.array(expression.type()), expression);
    }

    /** The values as a JSON array, nulls among them; null of no rows. */
    public static FunctionCall<Json> jsonArrayAgg(Expression<?> expression) {
        return function("json_arrayagg", Types.JSON, jsonValue(expression));
    }

    /** A JSON object of names and values, of which none is a null's name; null of no rows. */
    public static FunctionCall<Json> jsonObjectAgg(Expression<String> name, Expression<?> value) {
        return function("json_objectagg", Types.JSON, name, jsonValue(value));
    }

    /** Whether all values are true; null of no rows. */
    public static FunctionCall<Boolean> boolAnd(Expression<Boolean> expression) {
        return function("bool_and", Types.BOOLEAN, expression);
    }

    /** Whether a value is true; null of no rows. */
    public static FunctionCall<Boolean> boolOr(Expression<Boolean> expression) {
        return function("bool_or", Types.BOOLEAN, expression);
    }

    /** One of the values, whichever; null of no rows. */
    public static <T> FunctionCall<T> anyValue(Expression<T> expression) {
        return function("any_value", expression.type(), expression);
    }

    /** The value that occurs most often; null of no rows. */
    public static <T> FunctionCall<T> mode(Expression<T> expression) {
        return function("mode", expression.type()).withinGroup(expression);
    }

    /** The value below which this share of the values is, between two if none is there; null of no rows. */
    public static FunctionCall<Double> percentileCont(double share, Expression<? extends Number> expression) {
        return function("percentile_cont", Types.DOUBLE, literal(share(share))).withinGroup(expression);
    }

    /** The first of the values in their order that has this share of them up to it; null of no rows. */
    public static <T> FunctionCall<T> percentileDisc(double share, Expression<T> expression) {
        return function("percentile_disc", expression.type(), literal(share(share)))
                .withinGroup(expression);
    }

    /** The value in the middle, or the mean of the two that are; null of no rows. */
    public static FunctionCall<Double> median(Expression<? extends Number> expression) {
        return percentileCont(0.5, expression);
    }

    private static BigDecimal share(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
        }
        return BigDecimal.valueOf(share);
    }
}
