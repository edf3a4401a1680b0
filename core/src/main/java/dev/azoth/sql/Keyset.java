package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a query that begin where another ended, rather than after so many rows: each is found by an index, and rows that come or go do not shift the
 * next one.
 *
 * <p>The position of a row is its values of what the query is ordered by, which together should be different in every row; end the order with the
 * primary key. A key that may be null says where nulls come ({@link Ordering#nullsLast()}).
 *
 * @param <T> what a row yields
 */
public final class Keyset<T> {
    private final Select<T> query;
    private final List<Ordering> order;

    private Keyset(Select<T> query) {
        this.query = query;
        this.order = query.orderBy().stream()
                .map(each -> each.expression() instanceof Label<?> label
                        ? new Ordering(label.expression(), each.descending(), each.nulls())
                        : each)
                .toList();
    }

    /**
     * The pages of a query, in its order.
     *
     * @throws InvalidRequestException if it has no order, or rows of groups
     */
    public static <T> Keyset<T> of(Select<T> query) {
        if (query.orderBy().isEmpty()) {
            throw new InvalidRequestException("pages need an order: call orderBy(…), with the primary key last");
        }
        if (!query.groupBy().isEmpty() || query.offset().isPresent()) {
            throw new InvalidRequestException(
                    "the pages of a query with groupBy(…) or offset(…) begin at no row: make it a subquery");
        }
        return new Keyset<>(query);
    }

    /** The rows after a position, in the query's order; limit it to the length of a page. */
    public Select<T> after(@Nullable Object... position) {
        return query.where(beyond(order, bound(position)));
    }

    /** The rows before a position, the nearest first: in the order opposite to the query's. */
    public Select<T> before(@Nullable Object... position) {
        List<Ordering> opposite = order.stream().map(Keyset::opposite).toList();
        return query.unordered()
                .orderBy(query.orderBy().stream().map(Keyset::opposite).toArray(Ordering[]::new))
                .where(beyond(opposite, bound(position)));
    }

    /**
     * The position of a row, which has what the query is ordered by.
     *
     * @throws InvalidRequestException if it lacks one of them
     */
    public @Nullable Object[] position(Row row) {
        return query.orderBy().stream().map(each -> row.get(each.expression())).toArray();
    }

    private static Ordering opposite(Ordering ordering) {
        Ordering.Nulls nulls = switch (ordering.nulls()) {
            case DEFAULT -> Ordering.Nulls.DEFAULT;
            case FIRST -> Ordering.Nulls.LAST;
            case LAST -> Ordering.Nulls.FIRST;
        };
        return new Ordering(ordering.expression(), !ordering.descending(), nulls);
    }

    private List<Expression<?>> bound(@Nullable Object[] position) {
        if (position.length != order.size()) {
            throw new InvalidRequestException("a position has a value for each of " + order.size() + " orderings, not "
                    + position.length + ": " + Arrays.toString(position));
        }
        List<Expression<?>> values = new ArrayList<>();
        for (int i = 0; i < position.length; i++) {
            if (position[i] == null && order.get(i).nulls() == Ordering.Nulls.DEFAULT) {
                throw new InvalidRequestException("the position has a null for "
                        + order.get(i).expression() + ", of which the order does not say where nulls come: call"
                        + " nullsFirst() or nullsLast()");
            }
            values.add(RowValue.bound(order.get(i).expression(), position[i]));
        }
        return values;
    }

    /** For each key: the keys before it are equal, and it lies beyond; and, for an index, the first one does not lie on the near side. */
    private static Condition beyond(List<Ordering> order, List<Expression<?>> values) {
        List<Condition> ways = new ArrayList<>();
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Condition beyond = beyond(order.get(i), values.get(i));
            if (beyond != null) {
                List<Condition> way = new ArrayList<>(equal);
                way.add(beyond);
                ways.add(Sql.allOf(way));
            }
            equal.add(equal(order.get(i).expression(), values.get(i)));
        }
        Condition any = Sql.anyOf(ways);
        Ordering first = order.get(0);
        boolean indexed = order.size() > 1 && first.nulls() == Ordering.Nulls.DEFAULT;
        return indexed
                ? new Comparison(first.expression(), first.descending() ? Operator.LE : Operator.GE, values.get(0))
                        .and(any)
                : any;
    }

    private static @Nullable Condition beyond(Ordering key, Expression<?> value) {
        Expression<?> expression = key.expression();
        if (isNull(value)) {
            return key.nulls() == Ordering.Nulls.FIRST ? new IsNull(expression, true) : null;
        }
        Condition further = new Comparison(expression, key.descending() ? Operator.LT : Operator.GT, value);
        return key.nulls() == Ordering.Nulls.LAST ? further.or(new IsNull(expression, false)) : further;
    }

    private static Condition equal(Expression<?> expression, Expression<?> value) {
        return isNull(value) ? new IsNull(expression, false) : new Comparison(expression, Operator.EQ, value);
    }

    private static boolean isNull(Expression<?> value) {
        return value instanceof Bind<?> bind && bind.value() == null;
    }
}
