package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values and conditions, as {@link Sql} offers them. */
abstract class SqlConditions {
    private static final Condition TRUE = new Truth(new Literal<>(Types.BOOLEAN, true));
    private static final Condition FALSE = new Truth(new Literal<>(Types.BOOLEAN, false));

    SqlConditions() {}

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

    /**
     * A list of values that is given when the statement runs, for {@code id.in(listParameter("ids", BIGINT))} or {@code IN (:ids)} in a text.
     *
     * <p>Lists of all lengths share one compiled form. A list may be empty, and then nothing is in it.
     *
     * @param type the type of each value
     */
    public static <T> ListParameter<T> listParameter(String name, SqlType<T> type) {
        return new ListParameter<>(name, type);
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

    /**
     * Each of the expressions, columns most often, has its value, or is null for null; true for none: {@code where(allEqual(form))}.
     *
     * @param values from expressions to values of their class, other expressions, or null
     * @throws dev.azoth.InvalidRequestException if a value is of another class
     */
    public static Condition allEqual(Map<? extends Expression<?>, ? extends @Nullable Object> values) {
        List<Condition> all = new ArrayList<>();
        values.forEach((expression, value) -> all.add(
                value == null
                        ? expression.isNull()
                        : new Comparison(expression, Operator.EQ, RowValue.bound(expression, value))));
        return allOf(all);
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
}
