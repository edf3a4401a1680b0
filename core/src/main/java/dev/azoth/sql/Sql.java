package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where statements and expressions begin; to be imported statically. */
public final class Sql {
    private static final Condition TRUE = new Truth(new Literal<>(Types.BOOLEAN, true));
    private static final Condition FALSE = new Truth(new Literal<>(Types.BOOLEAN, false));

    private Sql() {}

    // statements

    /** Selects one thing: the rows are that thing. */
    public static <T> Select<T> select(Selectable<T> selected) {
        return Select.of(List.of(selected), new Projection.Single());
    }

    /** Selects several things. */
    public static Select<Row> select(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return Select.of(listOf(first, second, more), new Projection.Rows());
    }

    /** Selects things gathered in a list; the rows are {@link Row}s even of one. */
    public static Select<Row> select(List<? extends Selectable<?>> selected) {
        if (selected.isEmpty()) {
            throw new IllegalArgumentException("nothing to select");
        }
        return Select.of(selected, new Projection.Rows());
    }

    /** Selects all columns. */
    public static Select<Row> select(FromItem from) {
        return Select.<Row>of(from.columns(), new Projection.Rows()).from(from);
    }

    /** Inserts into a table. */
    public static Insert<Row> insert(NamedTable table) {
        return Insert.into(table);
    }

    /** Updates a table. */
    public static Update<Row> update(NamedTable table) {
        return Update.of(table);
    }

    /** Deletes from a table. */
    public static Delete<Row> delete(NamedTable table) {
        return Delete.from(table);
    }

    /** A whole statement as SQL text, with {@code :name} parameters; see {@link TextFragment}. */
    public static TextQuery text(String sql) {
        return new TextQuery(TextFragment.parse(sql), List.of());
    }

    /** An expression as SQL text, with {@code :name} parameters, in parentheses unless it stands alone. */
    public static <T> TextExpression<T> expression(String sql, SqlType<T> type) {
        return new TextExpression<>(TextFragment.parse(sql), type);
    }

    /** A condition as SQL text, with {@code :name} parameters. */
    public static TextCondition condition(String sql) {
        return new TextCondition(TextFragment.parse(sql));
    }

    // values

    /** A value, bound. */
    public static <T> Expression<T> value(T value) {
        return new Bind<>(Types.ofValue(value), value);
    }

    /** A value, bound as a type; null is SQL's NULL. */
    public static <T> Expression<T> value(@Nullable T value, SqlType<T> type) {
        return new Bind<>(type, value);
    }

    /** A value written into the text, for constants that never change. */
    public static <T> Expression<T> literal(T value) {
        return new Literal<>(Types.ofValue(value), value);
    }

    /** A value that is given when the statement runs. */
    public static <T> Expression<T> parameter(String name, SqlType<T> type) {
        return new Parameter<>(name, type);
    }

    /** SQL's NULL as a type. */
    public static <T> Expression<T> nullValue(SqlType<T> type) {
        return new Literal<>(type, null);
    }

    // conditions

    /** All of the conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Condition and(Expression<Boolean>... conditions) {
        return Junction.of(Operator.AND, Arrays.asList(conditions));
    }

    /** One of the conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Condition or(Expression<Boolean>... conditions) {
        return Junction.of(Operator.OR, Arrays.asList(conditions));
    }

    /** All of the conditions; true for none. */
    public static Condition allOf(List<? extends Expression<Boolean>> conditions) {
        return conditions.isEmpty() ? TRUE : Junction.of(Operator.AND, conditions);
    }

    /** One of the conditions; false for none. */
    public static Condition anyOf(List<? extends Expression<Boolean>> conditions) {
        return conditions.isEmpty() ? FALSE : Junction.of(Operator.OR, conditions);
    }

    /** Not the condition. */
    public static Condition not(Expression<Boolean> condition) {
        return Condition.of(condition).not();
    }

    /** Whether the query has a row. */
    public static Condition exists(Query<?> query) {
        return new Exists(query);
    }

    /** Always true. */
    public static Condition trueCondition() {
        return TRUE;
    }

    /** Never true. */
    public static Condition falseCondition() {
        return FALSE;
    }

    /** {@code CASE WHEN condition THEN value}; continue with {@code when} and {@code otherwise}. */
    public static <T> CaseWhen<T> caseWhen(Expression<Boolean> condition, Expression<T> value) {
        return new CaseWhen<>(List.of(new CaseWhen.Branch<>(Condition.of(condition), value)), null, value.type());
    }

    /** {@code CASE WHEN condition THEN value}; continue with {@code when} and {@code otherwise}. */
    public static <T> CaseWhen<T> caseWhen(Expression<Boolean> condition, T value) {
        return caseWhen(condition, value(value));
    }

    // aggregates

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
        return new FunctionCall<>("count", List.of(expression), true, null, Types.BIGINT);
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

    // functions

    /** The first value that is not null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> FunctionCall<T> coalesce(Expression<T> first, Expression<? extends T>... more) {
        List<Expression<?>> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(Arrays.asList(more));
        return new FunctionCall<>("coalesce", arguments, false, null, first.type());
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
        return new FunctionCall<>(name, Arrays.asList(arguments), false, null, type);
    }

    static List<Selectable<?>> listOf(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        List<Selectable<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return all;
    }
}
