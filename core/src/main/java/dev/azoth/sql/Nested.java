package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of another query that belong to each row, as a collection: {@code nested(select(…)).on(line.orderId.eq(order.id))}.
 *
 * <p>They are read by a second statement for 500 owners at a time, in the transaction of the first. They keep the query's order, and its limit is that of each owner.
 *
 * @param <E> what a row of the other query yields
 * @param <C> the collection
 */
public final class Nested<E, C> implements Selectable<C> {
    private final Select<E> query;
    private final List<Expression<?>> inner;
    private final List<Expression<?>> outer;
    private final Form form;

    /** What the rows of one owner become. */
    public enum Form {
        /** A list. */
        LIST(List.class),
        /** A set, in the order of the rows. */
        SET(Set.class),
        /** The first row, if there is one. */
        FIRST(Optional.class);

        private final Class<?> javaType;

        Form(Class<?> javaType) {
            this.javaType = javaType;
        }

        /** The class of the collection. */
        public Class<?> javaType() {
            return javaType;
        }
    }

    private Nested(Select<E> query, List<Expression<?>> inner, List<Expression<?>> outer, Form form) {
        this.query = query;
        this.inner = List.copyOf(inner);
        this.outer = List.copyOf(outer);
        this.form = form;
    }

    static <E> Nested<E, List<E>> of(Select<E> query) {
        return new Nested<>(query, List.of(), List.of(), Form.LIST);
    }

    /**
     * Says which rows belong to an owner: those for which columns of the query equal columns of the owner. Adds to former calls.
     *
     * @param equalities comparisons by {@code eq}, one side of which is of the nested query and the other is not
     * @throws InvalidRequestException for another condition, which belongs into the nested query's own {@code where}
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Nested<E, C> on(Expression<Boolean>... equalities) {
        List<Expression<?>> inside = new ArrayList<>(inner);
        List<Expression<?>> outside = new ArrayList<>(outer);
        Set<FromItem> tables = NestedTables.of(query);
        Condition all = Junction.of(Operator.AND, Arrays.asList(equalities));
        boolean several =
                all instanceof Junction junction && junction.operator().equals(Operator.AND);
        for (Condition each : several ? ((Junction) all).operands() : List.of(all)) {
            if (!(each instanceof Comparison comparison)
                    || !comparison.operator().equals(Operator.EQ)) {
                throw new InvalidRequestException("on(…) of a nested query takes equalities, not " + each
                        + ": put other conditions into its where(…)");
            }
            boolean left = NestedTables.isOf(tables, comparison.left());
            if (left == NestedTables.isOf(tables, comparison.right())) {
                throw new InvalidRequestException("on(…) of a nested query compares one of its columns with one of the"
                        + " outer query: of " + each + (left ? " both sides are its own" : " neither side is its own"));
            }
            inside.add(left ? comparison.left() : comparison.right());
            outside.add(left ? comparison.right() : comparison.left());
        }
        return new Nested<>(query, inside, outside, form);
    }

    /** The rows as a set. */
    public Nested<E, Set<E>> asSet() {
        return new Nested<>(query, inner, outer, Form.SET);
    }

    /** The first row alone, if there is one; the others are not read. */
    public Nested<E, Optional<E>> first() {
        return new Nested<>(query.limit(1), inner, outer, Form.FIRST);
    }

    /** The query. */
    public Select<E> query() {
        return query;
    }

    /** What the rows of an owner become. */
    public Form form() {
        return form;
    }

    /** What the query's columns are compared with: columns of the owner. */
    public List<Expression<?>> ownerKeys() {
        return outer;
    }

    /** The query's columns that are compared. */
    public List<Expression<?>> keys() {
        return inner;
    }

    /** Its name among what is selected: that of the first table that it reads. */
    public String name() {
        @Nullable FromItem first = query.from().isEmpty() ? null : query.from().get(0);
        while (first instanceof Join join) {
            first = join.left();
        }
        return first instanceof NamedTable table ? table.name() : first instanceof NamedFrom from ? from.name() : "";
    }

    /** The same, whose owner is read by other columns. */
    Nested<E, C> withOwnerKeys(List<? extends Expression<?>> keys) {
        return new Nested<>(query, inner, List.copyOf(keys), form);
    }

    /**
     * The statement that reads the rows of some owners: first what a row yields, then the keys by which it belongs to one.
     *
     * @param keys for each of the keys the values of the owners; of several keys, pairs of which no owner is may come too
     */
    public Select<Row> statement(List<? extends List<?>> keys) {
        return new NestedStatement(this).of(keys);
    }

    /** The columns by which its owner is known. */
    @Override
    public List<? extends Expression<?>> expressions() {
        return outer;
    }

    @Override
    public void describe(Structure out) {
        out.node(query).nodes(inner).nodes(outer).value(form);
    }

    @Override
    public String toString() {
        return "nested(" + name() + ")";
    }
}
