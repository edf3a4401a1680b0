package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Functions of single values, as {@link Sql} offers them. */
abstract class SqlFunctions extends SqlConditions {
    SqlFunctions() {}

    /** The first value that is not null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> FunctionCall<T> coalesce(Expression<T> first, Expression<? extends T>... more) {
        List<Expression<?>> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(Arrays.asList(more));
        return new FunctionCall<>("coalesce", arguments, Aggregation.NONE, first.type());
    }

    /** The expression, or the value when it is null. */
    public static <T> FunctionCall<T> coalesce(Expression<T> expression, T value) {
        return function("coalesce", expression.type(), expression, new Bind<>(expression.type(), value));
    }

    /** Null if both are equal, else the first. */
    public static <T> FunctionCall<T> nullif(Expression<T> expression, Expression<? extends T> other) {
        return function("nullif", expression.type(), expression, other);
    }

    /** The text in lower case. */
    public static FunctionCall<String> lower(Expression<String> expression) {
        return function("lower", TextType.of(expression), expression);
    }

    /** The text in upper case. */
    public static FunctionCall<String> upper(Expression<String> expression) {
        return function("upper", TextType.of(expression), expression);
    }

    /** The text without spaces at its ends. */
    public static FunctionCall<String> trim(Expression<String> expression) {
        return function("trim", TextType.of(expression), expression);
    }

    /** The number of characters. */
    public static FunctionCall<Integer> charLength(Expression<String> expression) {
        return function("char_length", Types.INTEGER, expression);
    }

    /** So many characters of the text, from a position that counts from 1. */
    public static FunctionCall<String> substring(Expression<String> expression, int from, int length) {
        return function("substr", TextType.of(expression), expression, value(from), value(length));
    }

    /** The number without its sign. */
    public static <T extends Number> FunctionCall<T> abs(Expression<T> expression) {
        return function("abs", expression.type(), expression);
    }

    /** The number rounded to so many digits after the point. */
    public static <T extends Number> FunctionCall<T> round(Expression<T> expression, int digits) {
        return function("round", expression.type(), expression, value(digits));
    }

    /** The time at which the transaction, or on some databases the statement, began. */
    public static FunctionCall<Instant> now() {
        return function("now", Types.TIMESTAMPTZ);
    }

    /** Today, in the session's time zone. */
    public static FunctionCall<LocalDate> currentDate() {
        return function("current_date", Types.DATE);
    }

    /** Any function, by its name in SQL, which is written as it is. */
    public static <T> FunctionCall<T> function(String name, SqlType<T> type, Expression<?>... arguments) {
        return new FunctionCall<>(name, Arrays.asList(arguments), Aggregation.NONE, type);
    }
}
