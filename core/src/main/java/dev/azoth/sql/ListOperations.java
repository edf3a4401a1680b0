package dev.azoth.sql;

import java.util.Arrays;
import java.util.Collection;

/** Comparison with lists of values, for {@link Expression} to have. */
sealed interface ListOperations<T> permits Expression {
    private Expression<T> self() {
        return (Expression<T>) this;
    }

    private Condition list(Collection<? extends T> values, boolean negated) {
        return new InList<>(self(), ListedValues.of(self().type(), values), negated);
    }

    /**
     * One of the values.
     *
     * <p>The list is bound when the statement runs: statements that differ only in its length share one compiled form. An empty list
     * is allowed and matches nothing.
     *
     * @throws IllegalArgumentException if the list has a null, which no value equals; use {@link Expression#isNull()}
     */
    default Condition in(Collection<? extends T> values) {
        return list(values, false);
    }

    /** One of the values; see {@link #in(Collection)}. */
    @SuppressWarnings("unchecked") // the array is only read
    default Condition in(T... values) {
        return list(Arrays.asList(values), false);
    }

    /** One of the values of a list that is given when the statement runs; see {@link Sql#listParameter}. */
    default Condition in(ListParameter<T> list) {
        return new InList<>(self(), list, false);
    }

    /** None of the values; an empty list excludes nothing. */
    default Condition notIn(Collection<? extends T> values) {
        return list(values, true);
    }

    /** None of the values; see {@link #notIn(Collection)}. */
    @SuppressWarnings("unchecked") // the array is only read
    default Condition notIn(T... values) {
        return list(Arrays.asList(values), true);
    }

    /** None of the values of a list that is given when the statement runs. */
    default Condition notIn(ListParameter<T> list) {
        return new InList<>(self(), list, true);
    }
}
