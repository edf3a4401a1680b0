package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
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
    private final Returning returning;

    private Update(NamedTable table, List<Assignment<?>> assignments, ChosenRows chosen, Returning returning) {
        this.table = table;
        this.assignments = List.copyOf(assignments);
        this.chosen = chosen;
        this.returning = returning;
    }

    static Update<Row> of(NamedTable table) {
        return new Update<>(table, List.of(), ChosenRows.ALL, Returning.NONE);
    }

    /**
     * Sets a column to a value; null is SQL's NULL.
     *
     * @throws InvalidRequestException if it is set already
     */
    public <V> Update<T> set(ColumnReference<V> column, @Nullable V value) {
        return set(column, new Bind<>(column.type(), value));
    }

    /** Sets a column to an expression over the row as it was. */
    public <V> Update<T> set(ColumnReference<V> column, Expression<? extends V> value) {
        return set(new Assignment<>(column, value));
    }

    private Update<T> set(Assignment<?> added) {
        return new Update<>(table, Assignment.with(assignments, added), chosen, returning);
    }

    /**
     * Sets columns to values.
     *
     * @param values from columns, or their names, to values of their class, expressions, or null
     */
    public Update<T> set(Map<?, ?> values) {
        return setAll(GivenValues.of(table, values));
    }

    /** Sets columns to the values of a record's components, which have their names; {@code authorId} is for {@code author_id}, too. */
    public Update<T> set(Record values) {
        return setAll(GivenValues.of(table, values));
    }

    private Update<T> setAll(Map<ColumnReference<?>, Expression<?>> values) {
        Update<T> all = this;
        for (Map.Entry<ColumnReference<?>, Expression<?>> each : values.entrySet()) {
            all = all.set(Assignment.of(each.getKey(), each.getValue()));
        }
        return all;
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
     * Takes rows in an order, of which {@link #limit} are changed; adds to former calls.
     *
     * <p>Where there is no such order, the rows are found by a query for their keys: the table has a primary key.
     */
    public Update<T> orderBy(SortTerm... terms) {
        return with(chosen.withOrderBy(SortTerm.orderings(terms)));
    }

    /** Changes so many rows at most. */
    public Update<T> limit(long rows) {
        return with(chosen.withLimit(rows));
    }

    private Update<T> with(ChosenRows rows) {
        return new Update<>(table, assignments, rows, returning);
    }

    /** Returns one thing of each row, as it is after the update. */
    public <R> Update<R> returning(Selectable<R> selected) {
        return new Update<>(table, assignments, chosen, Returning.only(selected));
    }

    /** Returns several things of each row, as it is after the update. */
    public Update<Row> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return returning(Sql.listOf(first, second, more));
    }

    /** The same update returning these things, each row as a {@link Row}. */
    @Override
    public Update<Row> returning(List<? extends Selectable<?>> selected) {
        return new Update<>(table, assignments, chosen, Returning.rows(selected));
    }

    /** Returns all columns of each row, as they are after the update. */
    public Update<Row> returning(NamedTable all) {
        return returning(all.columns());
    }

    /**
     * The same update with each row that it returns as a record, whose components are, in order, what is returned.
     *
     * @throws InvalidRequestException if nothing is returned
     */
    public <R extends Record> Update<R> as(Class<R> record) {
        return new Update<>(table, assignments, chosen, returning.as(record));
    }

    /**
     * Writes text behind UPDATE, such as {@code LOW_PRIORITY}. The text is sent as it is and must not come from input.
     *
     * @param dialects the dialects it is for; none for all
     */
    public Update<T> prefix(String text, String... dialects) {
        return ext(ChangePieces.prefix(text, dialects));
    }

    /** Writes text behind all of the statement; see {@link #prefix}. */
    public Update<T> suffix(String text, String... dialects) {
        return ext(ChangePieces.suffix(text, dialects));
    }

    /** Writes a comment for the optimizer behind UPDATE, as some databases read it; see {@link #prefix}. */
    public Update<T> statementHint(String text, String... dialects) {
        return ext(ChangePieces.hint(text, dialects));
    }

    /**
     * Adds clauses of one's own.
     *
     * @throws InvalidRequestException if their point is none of a change
     */
    public Update<T> ext(SyntaxExtension... more) {
        return with(chosen.withExtensions(more));
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
        return new Update<>(table, more, chosen, returning);
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
        out.node(table)
                .nodes(assignments)
                .node(chosen)
                .nodes(returning.selection())
                .value(returning.projection());
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    Update<T> rewritten(Rewriter by) {
        Update<T> other = new Update<>(by.node(table), by.nodes(assignments), by.node(chosen), returning.rewritten(by));
        return other.table == table
                        && other.assignments == assignments
                        && Rewriter.isSame(other.chosen, chosen)
                        && Rewriter.isSame(other.returning, returning)
                ? this
                : other;
    }
}
