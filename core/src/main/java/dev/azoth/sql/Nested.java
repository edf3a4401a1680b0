package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of another query that belong to each row, as a collection: {@code nested(select(…)).on(line.orderId.eq(order.id))}.
 *
 * <p>They keep the query's order. {@linkplain #json() As JSON} they come with their owners, in one statement; {@linkplain #select() by a second
 * statement} for 500 owners at a time, in the transaction of the first. When nothing is said, they come as JSON where the query and the types
 * of what it selects allow it, and are then exactly what the second statement would read.
 *
 * @param <E> what a row of the other query yields
 * @param <C> the collection
 */
public final class Nested<E, C> implements Selectable<C> {
    private final Select<E> query;
    private final List<Expression<?>> inner;
    private final List<Expression<?>> outer;
    private final NestedForm form;
    private final @Nullable Expression<?> mapKey;
    private final Transport transport;

    /** How the rows come. */
    public enum Transport {
        /** As JSON where that is exact, else by a second statement. */
        BEST,
        /** As JSON, within the statement of their owners. */
        JSON,
        /** By a second statement. */
        SELECT
    }

    private Nested(
            Select<E> query,
            List<? extends Expression<?>> inner,
            List<? extends Expression<?>> outer,
            NestedForm form,
            @Nullable Expression<?> mapKey,
            Transport transport) {
        this.query = query;
        this.inner = List.copyOf(inner);
        this.outer = List.copyOf(outer);
        this.form = form;
        this.mapKey = mapKey;
        this.transport = transport;
    }

    static <E> Nested<E, List<E>> of(Select<E> query) {
        return new Nested<>(query, List.of(), List.of(), NestedForm.LIST, null, Transport.BEST);
    }

    private <F> Nested<E, F> in(NestedForm other) {
        return new Nested<>(query, inner, outer, other, null, transport);
    }

    private Nested<E, C> by(Transport other) {
        return new Nested<>(query, inner, outer, form, mapKey, other);
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
        return new Nested<>(query, inside, outside, form, mapKey, transport);
    }

    /** The rows as a set. */
    public Nested<E, Set<E>> asSet() {
        return in(NestedForm.SET);
    }

    /**
     * The rows as a map, in their order.
     *
     * <p>Two rows of one owner with the same key are an error when they are read; so is a null as a key.
     *
     * @param key an expression of the nested query
     */
    public <K> Nested<E, Map<K, E>> asMap(Expression<K> key) {
        return new Nested<>(query, inner, outer, NestedForm.MAP, key, transport);
    }

    /** The first row alone, if there is one; the others are not read. */
    public Nested<E, Optional<E>> first() {
        return new Nested<>(query.limit(1), inner, outer, NestedForm.FIRST, null, transport);
    }

    /**
     * As JSON, within the statement of their owners: in one round trip, also while a result streams.
     *
     * <p>Where that cannot be, the statement is not compiled: for a query with {@code distinct}, groups or a limit other than that of {@link #first},
     * and for types that have no exact form in JSON, such as arrays and types of one's own. Halves of characters, which H2 alone keeps in its texts, are an
     * error when they are read so.
     */
    public Nested<E, C> json() {
        return by(Transport.JSON);
    }

    /** By a second statement for 500 owners at a time. */
    public Nested<E, C> select() {
        return by(Transport.SELECT);
    }

    /** The query. */
    public Select<E> query() {
        return query;
    }

    /** What the rows of an owner become. */
    public NestedForm form() {
        return form;
    }

    /** What tells the rows of one owner apart in a map. */
    public Optional<Expression<?>> mapKey() {
        return Optional.ofNullable(mapKey);
    }

    /** How the rows come. */
    public Transport transport() {
        return transport;
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

    /** The same, whose owner is known by other columns: by those that its own became in a query around the owner's. */
    public Nested<E, C> withOwnerKeys(List<? extends Expression<?>> keys) {
        return new Nested<>(query, inner, keys, form, mapKey, transport);
    }

    /** The statement that reads the rows of some owners. */
    public NestedStatement statement() {
        return new NestedStatement(this);
    }

    /** The columns by which its owner is known. */
    @Override
    public List<? extends Expression<?>> expressions() {
        return outer;
    }

    @Override
    public void describe(Structure out) {
        out.node(query).nodes(inner).nodes(outer).value(form).node(mapKey).value(transport);
    }

    @Override
    public String toString() {
        return "nested(" + name() + ")";
    }

    Nested<E, C> rewritten(Rewriter by) {
        Nested<E, C> other =
                new Nested<>(by.node(query), by.nodes(inner), by.nodes(outer), form, by.optional(mapKey), transport);
        return other.query == query && other.inner == inner && other.outer == outer && other.mapKey == mapKey
                ? this
                : other;
    }
}
