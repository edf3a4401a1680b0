package dev.azoth.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be asked of a value by comparing it with others, for {@link Expression} to have. */
sealed interface ComparisonOperations<T> permits Expression {
    private Expression<T> self() {
        return (Expression<T>) this;
    }

    /** {@code this = value}, or {@code this IS NULL} for null. */
    default Condition eq(@Nullable T value) {
        return value == null ? isNull() : eq(bound(value));
    }

    /** {@code this = other}. */
    default Condition eq(Expression<? extends T> other) {
        return new Comparison(self(), Operator.EQ, other);
    }

    /** {@code this = (query)}. */
    default Condition eq(Query<? extends T> query) {
        return new Comparison(self(), Operator.EQ, new ScalarSubquery<>(query, self().type()));
    }

    /** {@code this <> value}, or {@code this IS NOT NULL} for null. */
    default Condition ne(@Nullable T value) {
        return value == null ? isNotNull() : ne(bound(value));
    }

    /** {@code this <> other}. */
    default Condition ne(Expression<? extends T> other) {
        return new Comparison(self(), Operator.NE, other);
    }

    /** {@code this <> (query)}. */
    default Condition ne(Query<? extends T> query) {
        return new Comparison(self(), Operator.NE, new ScalarSubquery<>(query, self().type()));
    }

    /** {@code this < value}. */
    default Condition lt(T value) {
        return lt(bound(value));
    }

    /** {@code this < other}. */
    default Condition lt(Expression<? extends T> other) {
        return new Comparison(self(), Operator.LT, other);
    }

    /** {@code this < (query)}. */
    default Condition lt(Query<? extends T> query) {
        return new Comparison(self(), Operator.LT, new ScalarSubquery<>(query, self().type()));
    }

    /** {@code this <= value}. */
    default Condition le(T value) {
        return le(bound(value));
    }

    /** {@code this <= other}. */
    default Condition le(Expression<? extends T> other) {
        return new Comparison(self(), Operator.LE, other);
    }

    /** {@code this <= (query)}. */
    default Condition le(Query<? extends T> query) {
        return new Comparison(self(), Operator.LE, new ScalarSubquery<>(query, self().type()));
    }

    /** {@code this > value}. */
    default Condition gt(T value) {
        return gt(bound(value));
    }

    /** {@code this > other}. */
    default Condition gt(Expression<? extends T> other) {
        return new Comparison(self(), Operator.GT, other);
    }

    /** {@code this > (query)}. */
    default Condition gt(Query<? extends T> query) {
        return new Comparison(self(), Operator.GT, new ScalarSubquery<>(query, self().type()));
    }

    /** {@code this >= value}. */
    default Condition ge(T value) {
        return ge(bound(value));
    }

    /** {@code this >= other}. */
    default Condition ge(Expression<? extends T> other) {
        return new Comparison(self(), Operator.GE, other);
    }

    /** {@code this >= (query)}. */
    default Condition ge(Query<? extends T> query) {
        return new Comparison(self(), Operator.GE, new ScalarSubquery<>(query, self().type()));
    }

    /** {@code this BETWEEN low AND high}. */
    default Condition between(T low, T high) {
        return new Between(self(), bound(low), bound(high), false);
    }

    /** {@code this BETWEEN low AND high}. */
    default Condition between(Expression<? extends T> low, Expression<? extends T> high) {
        return new Between(self(), low, high, false);
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
        return new IsNull(self(), false);
    }

    /** {@code this IS NOT NULL}. */
    default Condition isNotNull() {
        return new IsNull(self(), true);
    }

    /** Different, where null is a value like others: {@code this IS DISTINCT FROM value}. */
    default Condition isDistinctFrom(@Nullable T value) {
        return new Distinctness(self(), new Bind<>(self().type(), value), true);
    }

    /** Different, where null is a value like others. */
    default Condition isDistinctFrom(Expression<? extends T> other) {
        return new Distinctness(self(), other, true);
    }

    /** The same, where null is a value like others. */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return new Distinctness(self(), new Bind<>(self().type(), value), false);
    }

    /** The same, where null is a value like others. */
    default Condition isNotDistinctFrom(Expression<? extends T> other) {
        return new Distinctness(self(), other, false);
    }

    /** One of a query's rows. */
    default Condition in(Query<? extends T> query) {
        return new InQuery(self(), query, false);
    }

    /** None of a query's rows; never true when one of them is null. */
    default Condition notIn(Query<? extends T> query) {
        return new InQuery(self(), query, true);
    }

    private Bind<T> bound(T value) {
        return new Bind<>(self().type(), Objects.requireNonNull(value, "a null is compared with isNull()"));
    }
}
