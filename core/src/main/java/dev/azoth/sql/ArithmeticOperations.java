package dev.azoth.sql;

import dev.azoth.type.Types;
import java.util.Objects;

/** What can be computed of numbers, dates and times, for {@link Expression} to have; of another type, the database says whether it can. */
sealed interface ArithmeticOperations<T> permits Expression {
    private Expression<T> self() {
        return (Expression<T>) this;
    }

    /** {@code this + value}. */
    default Expression<T> plus(T value) {
        return plus(bound(value));
    }

    /** {@code this + other}. */
    default Expression<T> plus(Expression<? extends T> other) {
        return Binary.arithmetic(self(), Operator.PLUS, other);
    }

    /** {@code this - value}. */
    default Expression<T> minus(T value) {
        return minus(bound(value));
    }

    /** {@code this - other}. */
    default Expression<T> minus(Expression<? extends T> other) {
        return Binary.arithmetic(self(), Operator.MINUS, other);
    }

    /** {@code this * value}. */
    default Expression<T> times(T value) {
        return times(bound(value));
    }

    /** {@code this * other}. */
    default Expression<T> times(Expression<? extends T> other) {
        return Binary.arithmetic(self(), Operator.TIMES, other);
    }

    /** {@code this / value}; of two whole numbers a whole number, cut towards zero, on every database. */
    default Expression<T> dividedBy(T value) {
        return dividedBy(bound(value));
    }

    /** {@code this / other}; of two whole numbers a whole number, cut towards zero, on every database. */
    default Expression<T> dividedBy(Expression<? extends T> other) {
        return Binary.arithmetic(self(), Operator.DIVIDE, other);
    }

    /** {@code this % value}: the remainder, with the sign of this. */
    default Expression<T> modulo(T value) {
        return Binary.arithmetic(self(), Operator.MODULO, bound(value));
    }

    /** {@code this % other}: the remainder, with the sign of this. */
    default Expression<T> modulo(Expression<? extends T> other) {
        return Binary.arithmetic(self(), Operator.MODULO, other);
    }

    /** {@code this / other} of whole numbers, cut towards less: {@code -7} by 2 is -4. */
    default Expression<T> floorDividedBy(Expression<? extends T> other) {
        return Binary.floored(self(), other);
    }

    /** {@code this / value} of whole numbers, cut towards less: {@code -7} by 2 is -4. */
    default Expression<T> floorDividedBy(T value) {
        return floorDividedBy(bound(value));
    }

    /** The quotient as a floating-point number, of whole numbers too. */
    default Expression<Double> ratio(Expression<? extends Number> other) {
        return self().cast(Types.DOUBLE).dividedBy(other.cast(Types.DOUBLE));
    }

    /** A date or time so many units later; a day that its month does not have becomes the month's last. */
    default Expression<T> plus(long amount, DateUnit unit) {
        return plus(new Bind<>(Types.BIGINT, amount), unit);
    }

    /** A date or time so many units later; a day that its month does not have becomes the month's last. */
    default Expression<T> plus(Expression<? extends Number> amount, DateUnit unit) {
        return DateCalls.add(unit, self(), amount);
    }

    /** A date or time so many units earlier. */
    default Expression<T> minus(long amount, DateUnit unit) {
        return plus(Math.negateExact(amount), unit);
    }

    /** A date or time so many units earlier. */
    default Expression<T> minus(Expression<? extends Number> amount, DateUnit unit) {
        return plus(amount.negate(), unit);
    }

    /** {@code -this}. */
    default Expression<T> negate() {
        return new Unary<>(Operator.NEGATE, self(), self().type());
    }

    private Bind<T> bound(T value) {
        return new Bind<>(self().type(), Objects.requireNonNull(value, "a value to compute with is not null"));
    }
}
