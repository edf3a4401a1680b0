package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
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
    private final Returning returning;

    private Delete(NamedTable table, ChosenRows chosen, Returning returning) {
        this.table = table;
        this.chosen = chosen;
        this.returning = returning;
    }

    static Delete<Row> from(NamedTable table) {
        return new Delete<>(table, ChosenRows.ALL, Returning.NONE);
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
     * Takes rows in an order, of which {@link #limit} are changed; adds to former calls.
     *
     * <p>Where there is no such order, the rows are found by a query for their keys: the table has a primary key.
     */
    public Delete<T> orderBy(SortTerm... terms) {
        return with(chosen.withOrderBy(SortTerm.orderings(terms)));
    }

    /** Changes so many rows at most. */
    public Delete<T> limit(long rows) {
        return with(chosen.withLimit(rows));
    }

    private Delete<T> with(ChosenRows rows) {
        return new Delete<>(table, rows, returning);
    }

    /** Returns one thing of each row deleted. */
    public <R> Delete<R> returning(Selectable<R> selected) {
        return new Delete<>(table, chosen, Returning.only(selected));
    }

    /** Returns several things of each row deleted. */
    public Delete<Row> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return returning(Sql.listOf(first, second, more));
    }

    /** The same delete returning these things, each row as a {@link Row}. */
    @Override
    public Delete<Row> returning(List<? extends Selectable<?>> selected) {
        return new Delete<>(table, chosen, Returning.rows(selected));
    }

    /** Returns all columns of each row. */
    public Delete<Row> returning(NamedTable all) {
        return returning(all.columns());
    }

    /**
     * The same delete with each row that it returns as a record, whose components are, in order, what is returned.
     *
     * @throws InvalidRequestException if nothing is returned
     */
    public <R extends Record> Delete<R> as(Class<R> record) {
        return new Delete<>(table, chosen, returning.as(record));
    }

    /**
     * Writes text behind DELETE, such as {@code LOW_PRIORITY}. The text is sent as it is and must not come from input.
     *
     * @param dialects the dialects it is for; none for all
     */
    public Delete<T> prefix(String text, String... dialects) {
        return ext(ChangePieces.prefix(text, dialects));
    }

    /** Writes text behind all of the statement; see {@link #prefix}. */
    public Delete<T> suffix(String text, String... dialects) {
        return ext(ChangePieces.suffix(text, dialects));
    }

    /** Writes a comment for the optimizer behind DELETE, as some databases read it; see {@link #prefix}. */
    public Delete<T> statementHint(String text, String... dialects) {
        return ext(ChangePieces.hint(text, dialects));
    }

    /**
     * Adds clauses of one's own.
     *
     * @throws InvalidRequestException if their point is none of a change
     */
    public Delete<T> ext(SyntaxExtension... more) {
        return with(chosen.withExtensions(more));
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
    public List<SyntaxExtension> extensions() {
        return chosen.extensions();
    }

    @Override
    public List<? extends Selectable<?>> returning() {
        return returning.selection();
    }

    @Override
    public Projection projection() {
        return returning.projection();
    }

    @Override
    public void describe(Structure out) {
        out.node(table).node(chosen).nodes(returning.selection()).value(returning.projection());
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    Delete<T> rewritten(Rewriter by) {
        Delete<T> other = new Delete<>(by.node(table), by.node(chosen), returning.rewritten(by));
        return other.table == table
                        && Rewriter.isSame(other.chosen, chosen)
                        && Rewriter.isSame(other.returning, returning)
                ? this
                : other;
    }
}
