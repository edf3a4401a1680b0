package dev.azoth.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A DELETE. Immutable: every method gives a new statement.
 *
 * @param <T> what a returned row yields
 */
public final class Delete<T> implements RowChange<T> {
    private final NamedTable table;
    private final ChosenRows chosen;
    private final List<? extends Selectable<?>> returning;
    private final Projection projection;

    private Delete(
            NamedTable table, ChosenRows chosen, List<? extends Selectable<?>> returning, Projection projection) {
        this.table = table;
        this.chosen = chosen;
        this.returning = List.copyOf(returning);
        this.projection = projection;
    }

    static Delete<Row> from(NamedTable table) {
        return new Delete<>(table, ChosenRows.ALL, List.of(), new Projection.Rows());
    }

    /** Deletes rows that meet the conditions, and those of former calls; all rows when it is never called. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Delete<T> where(Expression<Boolean>... conditions) {
        return with(chosen.withWhere(Arrays.asList(conditions)));
    }

    /** Reads other tables, too, by whose columns rows are chosen: {@code delete(a).using(b).where(b.id.eq(a.id))}. */
    public Delete<T> using(Source... sources) {
        return with(chosen.withFrom(sources));
    }

    /**
     * Takes rows in an order, of which {@link #limit} are changed.
     *
     * <p>Where there is no such order, the rows are found by a query for their keys: the table has a primary key.
     */
    public Delete<T> orderBy(Ordering... orderings) {
        return with(chosen.withOrderBy(Arrays.asList(orderings)));
    }

    /** The same with the smallest first. */
    public Delete<T> orderBy(Expression<?>... expressions) {
        return orderBy(Arrays.stream(expressions).map(Expression::asc).toArray(Ordering[]::new));
    }

    /** Changes so many rows at most. */
    public Delete<T> limit(long rows) {
        return with(chosen.withLimit(rows));
    }

    private Delete<T> with(ChosenRows rows) {
        return new Delete<>(table, rows, returning, projection);
    }

    /** Returns one thing of each row deleted. */
    public <R> Delete<R> returning(Selectable<R> selected) {
        return new Delete<>(table, chosen, List.of(selected), new Projection.Single());
    }

    /** Returns several things of each row deleted. */
    public Delete<Row> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return new Delete<>(table, chosen, Sql.listOf(first, second, more), new Projection.Rows());
    }

    /** The same delete returning these things, each row as a {@link Row}. */
    public Delete<Row> returning(List<? extends Selectable<?>> selected) {
        return new Delete<>(table, chosen, selected, new Projection.Rows());
    }

    /** Returns all columns of each row. */
    public Delete<Row> returning(NamedTable all) {
        return returning(all.columns());
    }

    @Override
    public NamedTable table() {
        return table;
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
        out.node(table).node(chosen).nodes(returning).value(projection);
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    Delete<T> rewritten(Rewriter by) {
        Delete<T> other = new Delete<>(by.node(table), by.node(chosen), by.nodes(returning), projection);
        return other.table == table && Rewriter.isSame(other.chosen, chosen) && other.returning == returning
                ? this
                : other;
    }
}
