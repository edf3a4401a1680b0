package dev.azoth.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE. Immutable: every method gives a new statement.
 *
 * @param <T> what a returned row yields
 */
public final class Update<T> implements RowChange<T> {
    private final NamedTable table;
    private final List<Assignment<?>> assignments;
    private final ChosenRows chosen;
    private final List<? extends Selectable<?>> returning;
    private final Projection projection;

    private Update(
            NamedTable table,
            List<Assignment<?>> assignments,
            ChosenRows chosen,
            List<? extends Selectable<?>> returning,
            Projection projection) {
        this.table = table;
        this.assignments = List.copyOf(assignments);
        this.chosen = chosen;
        this.returning = List.copyOf(returning);
        this.projection = projection;
    }

    static Update<Row> of(NamedTable table) {
        return new Update<>(table, List.of(), ChosenRows.ALL, List.of(), new Projection.Rows());
    }

    /** Sets a column to a value; null is SQL's NULL. */
    public <V> Update<T> set(ColumnReference<V> column, @Nullable V value) {
        return set(column, new Bind<>(column.type(), value));
    }

    /** Sets a column to an expression over the row as it was. */
    public <V> Update<T> set(ColumnReference<V> column, Expression<? extends V> value) {
        List<Assignment<?>> more = new ArrayList<>(assignments);
        more.add(new Assignment<>(column, value));
        return new Update<>(table, more, chosen, returning, projection);
    }

    /**
     * Sets columns to values.
     *
     * @param values from columns, or their names, to values of their class, expressions, or null
     */
    public Update<T> set(Map<?, ?> values) {
        List<Assignment<?>> more = new ArrayList<>(assignments);
        GivenValues.of(table, values).forEach((column, value) -> more.add(Assignment.of(column, value)));
        return new Update<>(table, more, chosen, returning, projection);
    }

    /** Changes rows that meet the conditions, and those of former calls; all rows when it is never called. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Update<T> where(Expression<Boolean>... conditions) {
        return with(chosen.withWhere(Arrays.asList(conditions)));
    }

    /**
     * Reads other tables, too, of whose columns rows are chosen and values are set: {@code update(a).from(b).set(a.x, b.y).where(b.id.eq(a.id))}.
     *
     * <p>Where several of their rows meet one of the table, it is not said which of them is taken.
     */
    public Update<T> from(Source... sources) {
        return with(chosen.withFrom(sources));
    }

    /**
     * Takes rows in an order, of which {@link #limit} are changed.
     *
     * <p>Where there is no such order, the rows are found by a query for their keys: the table has a primary key.
     */
    public Update<T> orderBy(Ordering... orderings) {
        return with(chosen.withOrderBy(Arrays.asList(orderings)));
    }

    /** The same with the smallest first. */
    public Update<T> orderBy(Expression<?>... expressions) {
        return orderBy(Arrays.stream(expressions).map(Expression::asc).toArray(Ordering[]::new));
    }

    /** Changes so many rows at most. */
    public Update<T> limit(long rows) {
        return with(chosen.withLimit(rows));
    }

    private Update<T> with(ChosenRows rows) {
        return new Update<>(table, assignments, rows, returning, projection);
    }

    /** Returns one thing of each row, as it is after the update. */
    public <R> Update<R> returning(Selectable<R> selected) {
        return new Update<>(table, assignments, chosen, List.of(selected), new Projection.Single());
    }

    /** Returns several things of each row, as it is after the update. */
    public Update<Row> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return new Update<>(table, assignments, chosen, Sql.listOf(first, second, more), new Projection.Rows());
    }

    /** The same update returning these things, each row as a {@link Row}. */
    public Update<Row> returning(List<? extends Selectable<?>> selected) {
        return new Update<>(table, assignments, chosen, selected, new Projection.Rows());
    }

    /** Returns all columns of each row, as they are after the update. */
    public Update<Row> returning(NamedTable all) {
        return returning(all.columns());
    }

    @Override
    public Update<T> completed(Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        List<ColumnDefault<?>> defaults = table.defaults().update();
        if (defaults.isEmpty() || assignments.isEmpty()) {
            return this;
        }
        List<Assignment<?>> more = new ArrayList<>(assignments);
        for (ColumnDefault<?> each : defaults) {
            if (assignments.stream().noneMatch(set -> set.column().equals(each.column()))) {
                more.add(Assignment.of(each.column(), each.expression(supplied)));
            }
        }
        return new Update<>(table, more, chosen, returning, projection);
    }

    @Override
    public NamedTable table() {
        return table;
    }

    /** What is set. */
    public List<Assignment<?>> assignments() {
        return assignments;
    }

    @Override
    public List<FromItem> from() {
        return chosen.from();
    }

    @Override
    public Optional<Condition> where() {
        return Optional.ofNullable(chosen.where());
    }

    @Override
    public List<Ordering> orderBy() {
        return chosen.orderBy();
    }

    @Override
    public Optional<Expression<Long>> limit() {
        return Optional.ofNullable(chosen.limit());
    }

    @Override
    public List<? extends Selectable<?>> returning() {
        return returning;
    }

    @Override
    public Projection projection() {
        return projection;
    }

    @Override
    public void describe(Structure out) {
        out.node(table).nodes(assignments).node(chosen).nodes(returning).value(projection);
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    Update<T> rewritten(Rewriter by) {
        Update<T> other =
                new Update<>(by.node(table), by.nodes(assignments), by.node(chosen), by.nodes(returning), projection);
        return other.table == table
                        && other.assignments == assignments
                        && Rewriter.isSame(other.chosen, chosen)
                        && other.returning == returning
                ? this
                : other;
    }
}
