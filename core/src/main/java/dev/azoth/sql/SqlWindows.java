package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;

/** Functions of a row's place among others, as {@link Sql} offers them; all of them want {@code over}. */
abstract class SqlWindows extends SqlFunctions {
    SqlWindows() {}

    /** A window of all rows, to be divided, ordered and framed. */
    public static Window window() {
        return Window.ALL;
    }

    /** The number of the row in its partition, from 1. */
    public static FunctionCall<Long> rowNumber() {
        return function("row_number", Types.BIGINT);
    }

    /** The number of the first row that is equal to this one in the window's order: 1, 1, 3. */
    public static FunctionCall<Long> rank() {
        return function("rank", Types.BIGINT);
    }

    /** The number of different rows up to this one in the window's order: 1, 1, 2. */
    public static FunctionCall<Long> denseRank() {
        return function("dense_rank", Types.BIGINT);
    }

    /** The rank as a share of the other rows, from 0 to 1. */
    public static FunctionCall<Double> percentRank() {
        return function("percent_rank", Types.DOUBLE);
    }

    /** The share of rows up to this one and its equals, above 0 and up to 1. */
    public static FunctionCall<Double> cumeDist() {
        return function("cume_dist", Types.DOUBLE);
    }

    /** Which of so many parts of about the same size the row is in, from 1. */
    public static FunctionCall<Integer> ntile(int parts) {
        return function("ntile", Types.INTEGER, literal(parts));
    }

    /** The value in the row before; null in the first. */
    public static <T> FunctionCall<T> lag(Expression<T> expression) {
        return function("lag", expression.type(), expression);
    }

    /** The value so many rows before; null where there is none. */
    public static <T> FunctionCall<T> lag(Expression<T> expression, int rows) {
        return function("lag", expression.type(), expression, literal(rows));
    }

    /** The value so many rows before, or another where there is none. */
    public static <T> FunctionCall<T> lag(Expression<T> expression, int rows, T otherwise) {
        return lag(expression, rows, bind(otherwise, expression.type()));
    }

    /** The value so many rows before, or another where there is none. */
    public static <T> FunctionCall<T> lag(Expression<T> expression, int rows, Expression<? extends T> otherwise) {
        return function("lag", expression.type(), expression, literal(rows), otherwise);
    }

    /** The value in the row after; null in the last. */
    public static <T> FunctionCall<T> lead(Expression<T> expression) {
        return function("lead", expression.type(), expression);
    }

    /** The value so many rows after; null where there is none. */
    public static <T> FunctionCall<T> lead(Expression<T> expression, int rows) {
        return function("lead", expression.type(), expression, literal(rows));
    }

    /** The value so many rows after, or another where there is none. */
    public static <T> FunctionCall<T> lead(Expression<T> expression, int rows, T otherwise) {
        return lead(expression, rows, bind(otherwise, expression.type()));
    }

    /** The value so many rows after, or another where there is none. */
    public static <T> FunctionCall<T> lead(Expression<T> expression, int rows, Expression<? extends T> otherwise) {
        return function("lead", expression.type(), expression, literal(rows), otherwise);
    }

    /** The value in the frame's first row. */
    public static <T> FunctionCall<T> firstValue(Expression<T> expression) {
        return function("first_value", expression.type(), expression);
    }

    /** The value in the frame's last row: with an order and no frame said, that is the current row. */
    public static <T> FunctionCall<T> lastValue(Expression<T> expression) {
        return function("last_value", expression.type(), expression);
    }

    /** The value in the frame's row of this number, from 1; null where there are fewer. */
    public static <T> FunctionCall<T> nthValue(Expression<T> expression, int row) {
        return function("nth_value", expression.type(), expression, literal(row));
    }

    static <T> Bind<T> bind(T value, SqlType<T> type) {
        return new Bind<>(type, value);
    }
}
