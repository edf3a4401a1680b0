package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something with a value, in SQL: a column, a bound value, or an operation on others.
 *
 * <p>Its methods build larger expressions and change nothing. A Java value given to them is bound with the type of this expression,
 * never written into the text.
 *
 * @param <T> the Java class of its value
 */
public sealed interface Expression<T> extends Selectable<T>, TextOperations
        permits Condition,
                ColumnReference,
                Bind,
                Parameter,
                Literal,
                Unary,
                Binary,
                Label,
                FunctionCall,
                CaseWhen,
                Cast,
                Coerced,
                ScalarSubquery,
                TextExpression,
                Excluded,
                JsonPath,
                SimpleCase,
                Quantified,
                CustomExpression {

    /** The type of the value. */
    SqlType<T> type();

    @Override
    default List<? extends Expression<?>> expressions() {
        return List.of(this);
    }

    /** {@code this = value}, or {@code this IS NULL} for null. */
    default Condition eq(@Nullable T value) {
        return value == null ? isNull() : eq(bound(value));
    }

    /** {@code this = other}. */
    default Condition eq(Expression<? extends T> other) {
        return new Comparison(this, Operator.EQ, other);
    }

    /** {@code this = (query)}. */
    default Condition eq(Query<? extends T> query) {
        return new Comparison(this, Operator.EQ, new ScalarSubquery<>(query, type()));
    }

    /** {@code this <> value}, or {@code this IS NOT NULL} for null. */
    default Condition ne(@Nullable T value) {
        return value == null ? isNotNull() : ne(bound(value));
    }

    /** {@code this <> other}. */
    default Condition ne(Expression<? extends T> other) {
        return new Comparison(this, Operator.NE, other);
    }

    /** {@code this <> (query)}. */
    default Condition ne(Query<? extends T> query) {
        return new Comparison(this, Operator.NE, new ScalarSubquery<>(query, type()));
    }

    /** {@code this < value}. */
    default Condition lt(T value) {
        return lt(bound(value));
    }

    /** {@code this < other}. */
    default Condition lt(Expression<? extends T> other) {
        return new Comparison(this, Operator.LT, other);
    }

    /** {@code this < (query)}. */
    default Condition lt(Query<? extends T> query) {
        return new Comparison(this, Operator.LT, new ScalarSubquery<>(query, type()));
    }

    /** {@code this <= value}. */
    default Condition le(T value) {
        return le(bound(value));
    }

    /** {@code this <= other}. */
    default Condition le(Expression<? extends T> other) {
        return new Comparison(this, Operator.LE, other);
    }

    /** {@code this <= (query)}. */
    default Condition le(Query<? extends T> query) {
        return new Comparison(this, Operator.LE, new ScalarSubquery<>(query, type()));
    }

    /** {@code this > value}. */
    default Condition gt(T value) {
        return gt(bound(value));
    }

    /** {@code this > other}. */
    default Condition gt(Expression<? extends T> other) {
        return new Comparison(this, Operator.GT, other);
    }

    /** {@code this > (query)}. */
    default Condition gt(Query<? extends T> query) {
        return new Comparison(this, Operator.GT, new ScalarSubquery<>(query, type()));
    }

    /** {@code this >= value}. */
    default Condition ge(T value) {
        return ge(bound(value));
    }

    /** {@code this >= other}. */
    default Condition ge(Expression<? extends T> other) {
        return new Comparison(this, Operator.GE, other);
    }

    /** {@code this >= (query)}. */
    default Condition ge(Query<? extends T> query) {
        return new Comparison(this, Operator.GE, new ScalarSubquery<>(query, type()));
    }

    /** {@code this BETWEEN low AND high}. */
    default Condition between(T low, T high) {
        return new Between(this, bound(low), bound(high), false);
    }

    /** {@code this BETWEEN low AND high}. */
    default Condition between(Expression<? extends T> low, Expression<? extends T> high) {
        return new Between(this, low, high, false);
    }

    /** Between the two, whichever of them is the lower. */
    default Condition betweenSymmetric(T one, T other) {
        return betweenSymmetric(bound(one), bound(other));
    }

    /** Between the two, whichever of them is the lower. */
    default Condition betweenSymmetric(Expression<? extends T> one, Expression<? extends T> other) {
        return between(one, other).or(between(other, one));
    }

    /** {@code this IS NULL}. */
    default Condition isNull() {
        return new IsNull(this, false);
    }

    /** {@code this IS NOT NULL}. */
    default Condition isNotNull() {
        return new IsNull(this, true);
    }

    /** Different, where null is a value like others: {@code this IS DISTINCT FROM value}. */
    default Condition isDistinctFrom(@Nullable T value) {
        return new Distinctness(this, new Bind<>(type(), value), true);
    }

    /** Different, where null is a value like others. */
    default Condition isDistinctFrom(Expression<? extends T> other) {
        return new Distinctness(this, other, true);
    }

    /** The same, where null is a value like others. */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return new Distinctness(this, new Bind<>(type(), value), false);
    }

    /** The same, where null is a value like others. */
    default Condition isNotDistinctFrom(Expression<? extends T> other) {
        return new Distinctness(this, other, false);
    }

    /**
     * One of the values.
     *
     * <p>The list is bound when the statement runs: statements that differ only in its length share one compiled form. An empty list
     * is allowed and matches nothing.
     *
     * @throws IllegalArgumentException if the list has a null, which no value equals; use {@link #isNull()}
     */
    default Condition in(Collection<? extends T> values) {
        return InList.of(this, values, false);
    }

    /** One of the values; see {@link #in(Collection)}. */
    @SuppressWarnings("unchecked") // the array is only read
    default Condition in(T... values) {
        return InList.of(this, Arrays.asList(values), false);
    }

    /** One of a query's rows. */
    default Condition in(Query<? extends T> query) {
        return new InQuery(this, query, false);
    }

    /** None of the values; an empty list excludes nothing. */
    default Condition notIn(Collection<? extends T> values) {
        return InList.of(this, values, true);
    }

    /** None of a query's rows; never true when one of them is null. */
    default Condition notIn(Query<? extends T> query) {
        return new InQuery(this, query, true);
    }

    /** {@code this + value}. */
    default Expression<T> plus(T value) {
        return plus(bound(value));
    }

    /** {@code this + other}. */
    default Expression<T> plus(Expression<? extends T> other) {
        return Binary.arithmetic(this, Operator.PLUS, other);
    }

    /** {@code this - value}. */
    default Expression<T> minus(T value) {
        return minus(bound(value));
    }

    /** {@code this - other}. */
    default Expression<T> minus(Expression<? extends T> other) {
        return Binary.arithmetic(this, Operator.MINUS, other);
    }

    /** {@code this * value}. */
    default Expression<T> times(T value) {
        return times(bound(value));
    }

    /** {@code this * other}. */
    default Expression<T> times(Expression<? extends T> other) {
        return Binary.arithmetic(this, Operator.TIMES, other);
    }

    /** {@code this / value}; of two whole numbers a whole number, cut towards zero, on every database. */
    default Expression<T> dividedBy(T value) {
        return dividedBy(bound(value));
    }

    /** {@code this / other}; of two whole numbers a whole number, cut towards zero, on every database. */
    default Expression<T> dividedBy(Expression<? extends T> other) {
        return Binary.arithmetic(this, Operator.DIVIDE, other);
    }

    /** {@code this % value}: the remainder, with the sign of this. */
    default Expression<T> modulo(T value) {
        return Binary.arithmetic(this, Operator.MODULO, bound(value));
    }

    /** {@code this % other}: the remainder, with the sign of this. */
    default Expression<T> modulo(Expression<? extends T> other) {
        return Binary.arithmetic(this, Operator.MODULO, other);
    }

    /** {@code this / other} of whole numbers, cut towards less: {@code -7} by 2 is -4. */
    default Expression<T> floorDividedBy(Expression<? extends T> other) {
        return Binary.floored(this, other);
    }

    /** {@code this / value} of whole numbers, cut towards less: {@code -7} by 2 is -4. */
    default Expression<T> floorDividedBy(T value) {
        return floorDividedBy(bound(value));
    }

    /** The quotient as a floating-point number, of whole numbers too. */
    default Expression<Double> ratio(Expression<? extends Number> other) {
        return cast(Types.DOUBLE).dividedBy(other.cast(Types.DOUBLE));
    }

    /** A date or time so many units later; a day that its month does not have becomes the month's last. */
    default Expression<T> plus(long amount, DateUnit unit) {
        return plus(new Bind<>(Types.BIGINT, amount), unit);
    }

    /** A date or time so many units later; a day that its month does not have becomes the month's last. */
    default Expression<T> plus(Expression<? extends Number> amount, DateUnit unit) {
        return DateCalls.add(unit, this, amount);
    }

    /** A date or time so many units earlier. */
    default Expression<T> minus(long amount, DateUnit unit) {
        return plus(Math.negateExact(amount), unit);
    }

    /** {@code -this}. */
    default Expression<T> negate() {
        return new Unary<>(Operator.NEGATE, this, type());
    }

    /** An operator that Azoth has no method for, such as {@code @>}; the symbol is written as it is and must not come from input. */
    default <R> Expression<R> operator(String symbol, Expression<?> other, SqlType<R> result) {
        return new Binary<>(this, Operator.custom(symbol), other, result);
    }

    /** An operator of {@linkplain Operator#custom(String, int) another precedence} that Azoth has no method for. */
    default <R> Expression<R> operator(Operator operator, Expression<?> other, SqlType<R> result) {
        return new Binary<>(this, operator, other, result);
    }

    /** An operator of the database's own with a condition's value, such as {@code &&}; the symbol is written as it is and must not come from input. */
    default Condition is(String symbol, Expression<?> other) {
        return Condition.of(operator(symbol, other, Types.BOOLEAN));
    }

    /** {@code CAST(this AS type)}. */
    default <R> Expression<R> cast(SqlType<R> target) {
        return new Cast<>(this, target);
    }

    /** The value as it is, read and compared as a type that stores it in the same way; nothing is converted by the database. */
    default <R> Expression<R> coerce(SqlType<R> target) {
        return new Coerced<>(this, target);
    }

    /** The value as a type, or null where it is none of that type; of texts, and where the database can. */
    default <R> Expression<R> tryCast(SqlType<R> target) {
        return Sql.function("try_cast", target, this);
    }

    /** This expression under a name, by which the row and later clauses know it. */
    default Label<T> as(String name) {
        return new Label<>(this, name);
    }

    /** Ascending in ORDER BY. */
    default Ordering asc() {
        return new Ordering(this, false, Ordering.Nulls.DEFAULT);
    }

    /** Descending in ORDER BY. */
    default Ordering desc() {
        return new Ordering(this, true, Ordering.Nulls.DEFAULT);
    }

    private Bind<T> bound(T value) {
        return new Bind<>(type(), Objects.requireNonNull(value, "a null is compared with isNull()"));
    }
}
