package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Functions of numbers, as {@link Sql} offers them. */
abstract class SqlNumbers extends SqlConditions {
    SqlNumbers() {}

    /** Any function, by its name in SQL, which is written as it is. */
    public static <T> FunctionCall<T> function(String name, SqlType<T> type, Expression<?>... arguments) {
        return new FunctionCall<>(name, Arrays.asList(arguments), Aggregation.NONE, type);
    }

    /** The number without its sign. */
    public static <T extends Number> FunctionCall<T> abs(Expression<T> number) {
        return function("abs", number.type(), number);
    }

    /** The number rounded to so many digits after the point. */
    public static <T extends Number> FunctionCall<T> round(Expression<T> number, int digits) {
        return function("round", number.type(), number, value(digits));
    }

    /** The number cut, towards zero, to so many digits after the point. */
    public static <T extends Number> FunctionCall<T> trunc(Expression<T> number, int digits) {
        return function("trunc", number.type(), number, value(digits));
    }

    /** The greatest whole number that is not above. */
    public static <T extends Number> FunctionCall<T> floor(Expression<T> number) {
        return function("floor", number.type(), number);
    }

    /** The least whole number that is not below. */
    public static <T extends Number> FunctionCall<T> ceil(Expression<T> number) {
        return function("ceil", number.type(), number);
    }

    /** -1, 0 or 1. */
    public static FunctionCall<Integer> sign(Expression<? extends Number> number) {
        return function("sign", Types.INTEGER, number);
    }

    /** The number to the power of another. */
    public static FunctionCall<Double> power(
            Expression<? extends Number> number, Expression<? extends Number> exponent) {
        return function("power", Types.DOUBLE, number, exponent);
    }

    /** The number to a power. */
    public static FunctionCall<Double> power(Expression<? extends Number> number, double exponent) {
        return power(number, value(exponent));
    }

    /** The square root. */
    public static FunctionCall<Double> sqrt(Expression<? extends Number> number) {
        return function("sqrt", Types.DOUBLE, number);
    }

    /** Euler's number to the power of this. */
    public static FunctionCall<Double> exp(Expression<? extends Number> number) {
        return function("exp", Types.DOUBLE, number);
    }

    /** The natural logarithm. */
    public static FunctionCall<Double> ln(Expression<? extends Number> number) {
        return function("ln", Types.DOUBLE, number);
    }

    /** The logarithm to the base of ten. */
    public static FunctionCall<Double> log10(Expression<? extends Number> number) {
        return function("log10", Types.DOUBLE, number);
    }

    /** The logarithm to any base. */
    public static FunctionCall<Double> log(double base, Expression<? extends Number> number) {
        return function("log", Types.DOUBLE, value(base), number);
    }

    /** The sine of an angle in radians. */
    public static FunctionCall<Double> sin(Expression<? extends Number> angle) {
        return function("sin", Types.DOUBLE, angle);
    }

    /** The cosine of an angle in radians. */
    public static FunctionCall<Double> cos(Expression<? extends Number> angle) {
        return function("cos", Types.DOUBLE, angle);
    }

    /** The tangent of an angle in radians. */
    public static FunctionCall<Double> tan(Expression<? extends Number> angle) {
        return function("tan", Types.DOUBLE, angle);
    }

    /** The angle of this sine, in radians. */
    public static FunctionCall<Double> asin(Expression<? extends Number> number) {
        return function("asin", Types.DOUBLE, number);
    }

    /** The angle of this cosine, in radians. */
    public static FunctionCall<Double> acos(Expression<? extends Number> number) {
        return function("acos", Types.DOUBLE, number);
    }

    /** The angle of this tangent, in radians. */
    public static FunctionCall<Double> atan(Expression<? extends Number> number) {
        return function("atan", Types.DOUBLE, number);
    }

    /** The angle of the point (x, y) with the x axis, in radians. */
    public static FunctionCall<Double> atan2(Expression<? extends Number> y, Expression<? extends Number> x) {
        return function("atan2", Types.DOUBLE, y, x);
    }

    /** Radians as degrees. */
    public static FunctionCall<Double> degrees(Expression<? extends Number> radians) {
        return function("degrees", Types.DOUBLE, radians);
    }

    /** Degrees as radians. */
    public static FunctionCall<Double> radians(Expression<? extends Number> degrees) {
        return function("radians", Types.DOUBLE, degrees);
    }

    /** Half of a circle in radians. */
    public static FunctionCall<Double> pi() {
        return function("pi", Types.DOUBLE);
    }

    /** A number by chance, from 0 to less than 1. */
    public static FunctionCall<Double> random() {
        return function("random", Types.DOUBLE);
    }

    /** The greatest of the values; null if one of them is. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> FunctionCall<T> greatest(
            Expression<T> first, Expression<? extends T> second, Expression<? extends T>... more) {
        return of("greatest", first, second, more);
    }

    /** The least of the values; null if one of them is. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> FunctionCall<T> least(
            Expression<T> first, Expression<? extends T> second, Expression<? extends T>... more) {
        return of("least", first, second, more);
    }

    private static <T> FunctionCall<T> of(
            String function, Expression<T> first, Expression<?> second, Expression<?>... more) {
        List<Expression<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return new FunctionCall<>(function, all, Aggregation.NONE, first.type());
    }

    /**
     * The next number of a sequence, which changes it: for a column's default, or in what is inserted. Not on MySQL and SQLite.
     *
     * @param sequence its name, in the schema where the database looks for it
     */
    public static Expression<Long> nextValue(String sequence) {
        return function("next_value", Types.BIGINT, new Literal<>(Types.TEXT, Names.checked(sequence)));
    }

    /**
     * The next number of a sequence in a schema, which {@code translateSchema} holds for as for that of a table.
     *
     * @param schema the schema, or {@code ""} for the connection's own
     */
    public static Expression<Long> nextValue(String sequence, String schema) {
        return function(
                "next_value",
                Types.BIGINT,
                new Literal<>(Types.TEXT, Names.checked(sequence)),
                new Literal<>(Types.TEXT, schema));
    }

    /** {@code left + right}, of exact numbers of any two classes. */
    public static Expression<BigDecimal> add(Expression<? extends Number> left, Expression<? extends Number> right) {
        return ExactNumbers.computed(left, Operator.PLUS, right);
    }

    /** {@code left - right}, of exact numbers of any two classes. */
    public static Expression<BigDecimal> subtract(
            Expression<? extends Number> left, Expression<? extends Number> right) {
        return ExactNumbers.computed(left, Operator.MINUS, right);
    }

    /** {@code left * right}, of exact numbers of any two classes: {@code multiply(line.price, line.pieces)}. */
    public static Expression<BigDecimal> multiply(
            Expression<? extends Number> left, Expression<? extends Number> right) {
        return ExactNumbers.computed(left, Operator.TIMES, right);
    }
}
