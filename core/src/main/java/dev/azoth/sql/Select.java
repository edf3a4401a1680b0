package dev.azoth.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT.
 *
 * <p>Immutable: every method gives a new statement. When {@link #from} is not called, the statement reads from the tables of what it
 * selects; a table that only WHERE mentions is never added, so that no product of tables comes about unseen.
 *
 * @param <T> what a row yields
 */
public final class Select<T> extends SelectExtensions<T> implements Query<T> {
    Select(SelectClauses clauses, SelectExtras extras, Projection projection) {
        super(clauses, extras, projection);
    }

    static <T> Select<T> of(List<? extends Selectable<?>> selection, Projection projection) {
        return new Select<>(SelectClauses.of(selection), SelectExtras.NONE, projection);
    }

    @Override
    Select<T> with(SelectClauses changed) {
        return new Select<>(changed, extras, projection);
    }

    @Override
    Select<T> with(SelectExtras changed) {
        return new Select<>(clauses, changed, projection);
    }

    /** The same query of other things. */
    public Select<Row> withSelection(Selectable<?>... selection) {
        return new Select<>(clauses.withSelection(Arrays.asList(selection)), extras, new Projection.Rows());
    }

    /** The same query of one other thing. */
    public <R> Select<R> withOnly(Selectable<R> selection) {
        return new Select<>(clauses.withSelection(List.of(selection)), extras, new Projection.Single());
    }

    /** The same query of these things too, after the others. */
    public Select<Row> addColumns(Selectable<?>... more) {
        List<Selectable<?>> all = new ArrayList<>(clauses.selection());
        all.addAll(Arrays.asList(more));
        return new Select<>(clauses.withSelection(all), extras, new Projection.Rows());
    }

    /** The same query without columns that have the name of one before them and are always equal to it, by an inner join or WHERE. */
    public Select<Row> reduceColumns() {
        return withSelection(EqualColumns.of(this).reduced(selection()).toArray(Selectable<?>[]::new));
    }

    /**
     * The same query with each row as a record: its components are, in order, the columns selected.
     *
     * <p>Number and classes are checked when the statement is compiled.
     */
    public <R extends Record> Select<R> as(Class<R> record) {
        return new Select<>(clauses, extras, new Projection.Into(record));
    }

    /** Each row once. */
    public Select<T> distinct() {
        return with(clauses.withDistinct(true));
    }

    /**
     * Of the rows that are equal in these the first one, in the order of {@link #orderBy}, which begins with these; adds to former calls.
     *
     * <p>Without an order it is any of them.
     */
    public Select<T> distinctOn(Expression<?>... keys) {
        return with(extras.withDistinctOn(Arrays.asList(keys)));
    }

    /** Keeps rows that meet the conditions, and those of former calls. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Select<T> where(Expression<Boolean>... conditions) {
        return with(clauses.withWhere(conjunction(clauses.where(), Arrays.asList(conditions))));
    }

    /** Makes one row of those that are equal in these; adds to former calls. */
    public Select<T> groupBy(Expression<?>... expressions) {
        return with(clauses.withGroupBy(appended(clauses.groupBy(), Arrays.asList(expressions))));
    }

    /** Groups in several ways at once, within what the other calls group by; the last call counts. */
    public Select<T> groupBy(Grouping grouping) {
        return with(extras.withGrouping(grouping));
    }

    /** Keeps groups that meet the conditions, and those of former calls. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Select<T> having(Expression<Boolean>... conditions) {
        return with(clauses.withHaving(conjunction(clauses.having(), Arrays.asList(conditions))));
    }

    /** Keeps rows that meet the conditions, which may have window functions, and those of former calls. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Select<T> qualify(Expression<Boolean>... conditions) {
        return with(extras.withQualify(conjunction(extras.qualify(), Arrays.asList(conditions))));
    }

    /** Sorts, by expressions ascending; adds to former calls. */
    public Select<T> orderBy(SortTerm... terms) {
        return with(clauses.withOrderBy(appended(clauses.orderBy(), SortTerm.orderings(terms))));
    }

    /** Forgets the order. */
    public Select<T> unordered() {
        return with(clauses.withOrderBy(List.of()));
    }

    /** Writes these in WITH, though nothing reads them; adds to former calls. */
    public Select<T> with(CommonTableExpression... tables) {
        return with(extras.withTables(Arrays.asList(tables)));
    }

    /** Carries options for the layer that runs it; adds to former calls. */
    public Select<T> options(QueryOption... options) {
        return with(clauses.withOptions(appended(clauses.options(), Arrays.asList(options))));
    }

    private static @Nullable Condition conjunction(@Nullable Condition first, List<Expression<Boolean>> more) {
        if (more.isEmpty()) {
            return first;
        }
        Condition added = Junction.of(Operator.AND, more);
        return first == null ? added : first.and(added);
    }

    Select<T> rewritten(Rewriter by) {
        SelectClauses otherClauses = RecordParts.rewritten(clauses, by);
        SelectExtras otherExtras = RecordParts.rewritten(extras, by);
        return Rewriter.isSame(otherClauses, clauses) && Rewriter.isSame(otherExtras, extras)
                ? this
                : new Select<>(otherClauses, otherExtras, projection);
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }
}
