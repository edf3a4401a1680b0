package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MERGE: rows of a table are changed, deleted or inserted as the rows of a source say.
 *
 * <p>Of several actions for a row the first counts whose condition it meets. Immutable: every method gives a new statement.
 *
 * @param <T> what a returned row yields
 */
public final class Merge<T> implements Dml<T> {
    private final NamedTable table;
    private final FromItem source;
    private final Condition on;
    private final List<MergeAction> actions;
    private final Returning returning;

    Merge(NamedTable table, FromItem source, Condition on, List<MergeAction> actions, Returning returning) {
        this.table = table;
        this.source = source;
        this.on = on;
        this.actions = List.copyOf(actions);
        this.returning = returning;
    }

    /** For rows of the table that a row of the source meets, and that meet the conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final MergeMatched<T> whenMatched(Expression<Boolean>... conditions) {
        return new MergeMatched<>(this, MergeAction.When.MATCHED, all(Arrays.asList(conditions)));
    }

    /** For rows of the source that meet no row of the table, but the conditions, which know the source alone. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final MergeNotMatched<T> whenNotMatched(Expression<Boolean>... conditions) {
        return new MergeNotMatched<>(this, all(Arrays.asList(conditions)));
    }

    /** For rows of the table that no row of the source meets, but the conditions, which know the table alone. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final MergeMatched<T> whenNotMatchedBySource(Expression<Boolean>... conditions) {
        return new MergeMatched<>(this, MergeAction.When.NOT_MATCHED_BY_SOURCE, all(Arrays.asList(conditions)));
    }

    private static @Nullable Condition all(List<Expression<Boolean>> conditions) {
        return conditions.isEmpty() ? null : Junction.of(Operator.AND, conditions);
    }

    Merge<T> with(MergeAction action) {
        List<MergeAction> all = new ArrayList<>(actions);
        all.add(action);
        return new Merge<>(table, source, on, all, returning);
    }

    /** Returns one thing of each row, as it is after the change; on PostgreSQL of rows deleted too. */
    public <R> Merge<R> returning(Selectable<R> selected) {
        return new Merge<>(table, source, on, actions, Returning.only(selected));
    }

    /** Returns several things of each row, as it is after the change; on PostgreSQL of rows deleted too. */
    public Merge<Row> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return returning(Sql.listOf(first, second, more));
    }

    /** The same merge returning these things, each row as a {@link Row}. */
    @Override
    public Merge<Row> returning(List<? extends Selectable<?>> selected) {
        return new Merge<>(table, source, on, actions, Returning.rows(selected));
    }

    /** Returns all columns of each row, as they are after the change; on PostgreSQL of rows deleted too. */
    public Merge<Row> returning(NamedTable all) {
        return returning(all.columns());
    }

    /**
     * The same merge with each row that it returns as a record, whose components are, in order, what is returned.
     *
     * @throws InvalidRequestException if nothing is returned
     */
    public <R extends Record> Merge<R> as(Class<R> record) {
        return new Merge<>(table, source, on, actions, returning.as(record));
    }

    @Override
    public NamedTable table() {
        return table;
    }

    /** What the table is compared with. */
    public FromItem source() {
        return source;
    }

    /** When a row of the table and a row of the source meet. */
    public Condition on() {
        return on;
    }

    /** What is done, in order. */
    public List<MergeAction> actions() {
        return actions;
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
                .node(source)
                .node(on)
                .nodes(actions)
                .nodes(returning.selection())
                .value(returning.projection());
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    Merge<T> rewritten(Rewriter by) {
        Merge<T> other =
                new Merge<>(by.node(table), by.node(source), by.node(on), by.nodes(actions), returning.rewritten(by));
        return other.table == table
                        && other.source == source
                        && other.on == on
                        && other.actions == actions
                        && Rewriter.isSame(other.returning, returning)
                ? this
                : other;
    }
}
