package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several values compared as one: {@code (a, b) < (c, d)} is {@code a < c OR a = c AND b < d}.
 *
 * <p>Java values are bound with the types of this row's expressions. They are not null, since nothing equals a row with a null.
 *
 * @param expressions at least two
 */
public record RowValue(List<Expression<?>> expressions) implements Node {
    /** Takes an immutable copy. */
    public RowValue {
        expressions = List.copyOf(expressions);
        if (expressions.size() < 2) {
            throw new IllegalArgumentException("a row has at least two values, not " + expressions.size());
        }
    }

    /** {@code this = other}. */
    public Condition eq(RowValue other) {
        return compared(Operator.EQ, other);
    }

    /** {@code this = (values)}. */
    public Condition eq(Object... values) {
        return compared(Operator.EQ, bound(Arrays.asList(values)));
    }

    /** {@code this <> other}. */
    public Condition ne(RowValue other) {
        return compared(Operator.NE, other);
    }

    /** {@code this <> (values)}. */
    public Condition ne(Object... values) {
        return compared(Operator.NE, bound(Arrays.asList(values)));
    }

    /** {@code this < other}. */
    public Condition lt(RowValue other) {
        return compared(Operator.LT, other);
    }

    /** {@code this < (values)}. */
    public Condition lt(Object... values) {
        return compared(Operator.LT, bound(Arrays.asList(values)));
    }

    /** {@code this <= other}. */
    public Condition le(RowValue other) {
        return compared(Operator.LE, other);
    }

    /** {@code this <= (values)}. */
    public Condition le(Object... values) {
        return compared(Operator.LE, bound(Arrays.asList(values)));
    }

    /** {@code this > other}. */
    public Condition gt(RowValue other) {
        return compared(Operator.GT, other);
    }

    /** {@code this > (values)}. */
    public Condition gt(Object... values) {
        return compared(Operator.GT, bound(Arrays.asList(values)));
    }

    /** {@code this >= other}. */
    public Condition ge(RowValue other) {
        return compared(Operator.GE, other);
    }

    /** {@code this >= (values)}. */
    public Condition ge(Object... values) {
        return compared(Operator.GE, bound(Arrays.asList(values)));
    }

    /** {@code low <= this AND this <= high}. */
    public Condition between(RowValue low, RowValue high) {
        return ge(low).and(le(high));
    }

    /** One of the rows, each a list with a value for each expression; an empty list of rows matches nothing. */
    public Condition in(List<? extends List<?>> rows) {
        return RowIn.of(this, rows, false);
    }

    /** None of the rows; an empty list excludes nothing. */
    public Condition notIn(List<? extends List<?>> rows) {
        return RowIn.of(this, rows, true);
    }

    /** One of a query's rows. */
    public Condition in(Query<?> query) {
        return inQuery(query, false);
    }

    /** None of a query's rows; never true when one of them has a null. */
    public Condition notIn(Query<?> query) {
        return inQuery(query, true);
    }

    private Condition inQuery(Query<?> query, boolean negated) {
        checkSize(query.exports().size());
        return new RowInQuery(this, query, negated);
    }

    private Condition compared(Operator operator, RowValue other) {
        checkSize(other.expressions.size());
        return new RowComparison(this, operator, other);
    }

    /** A row of values of the types of this one. */
    RowValue bound(List<?> values) {
        checkSize(values.size());
        List<Expression<?>> row = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                throw new IllegalArgumentException(
                        "value " + i + " of a row to compare with is null, and equals nothing");
            }
            row.add(bound(expressions.get(i), value));
        }
        return new RowValue(row);
    }

    /** A value as an expression of another's type; expressions stay as they are. */
    static <V> Expression<?> bound(Expression<V> like, @Nullable Object value) {
        if (value instanceof Expression<?> expression) {
            return expression;
        }
        if (value != null && !like.type().javaType().isInstance(value)) {
            throw new InvalidRequestException(
                    (Export.ownName(like).isEmpty() ? "an expression" : "column " + Export.ownName(like)) + " takes "
                            + like.type().javaType().getName() + ", not "
                            + value.getClass().getName());
        }
        return new Bind<>(like.type(), like.type().javaType().cast(value));
    }

    private void checkSize(int size) {
        if (size != expressions.size()) {
            throw new InvalidRequestException(
                    "a row of " + expressions.size() + " values is compared with one of " + size);
        }
    }

    @Override
    public void describe(Structure out) {
        out.nodes(expressions);
    }
}
