package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT.
 *
 * <p>Immutable: every method gives a new statement. Without values it inserts the rows given to {@code execute}, or one row of
 * defaults.
 *
 * @param <T> what a returned row yields
 */
public final class Insert<T> implements Dml<T> {
    private final InsertParts parts;
    private final Returning returning;

    /** The values of one row, in the order of the columns. */
    public record Values(List<Expression<?>> values) implements Node {
        /** Takes an immutable copy. */
        public Values {
            values = List.copyOf(values);
        }

        @Override
        public void describe(Structure out) {
            out.nodes(values);
        }
    }

    private Insert(InsertParts parts, Returning returning) {
        this.parts = parts;
        this.returning = returning;
    }

    static Insert<Row> into(NamedTable table) {
        return new Insert<>(new InsertParts(table, List.of(), List.of(), null, null, List.of()), Returning.NONE);
    }

    private Insert<T> with(InsertParts changed) {
        return new Insert<>(changed, returning);
    }

    /** Gives a column of the row a value; null is SQL's NULL. */
    public <V> Insert<T> values(ColumnReference<V> column, @Nullable V value) {
        return values(column, new Bind<>(column.type(), value));
    }

    /** Gives a column of the row an expression. */
    public <V> Insert<T> values(ColumnReference<V> column, Expression<? extends V> value) {
        return value(column, value);
    }

    private Insert<T> value(ColumnReference<?> column, Expression<?> value) {
        return with(parts.withValue(column, value));
    }

    /**
     * Gives columns of the row values.
     *
     * @param row from columns, or their names, to values of their class, expressions, or null
     */
    public Insert<T> values(Map<?, ?> row) {
        return more(GivenValues.of(parts.table(), row));
    }

    /** Gives columns of the row the values of a record's components, which have their names; {@code authorId} is for {@code author_id}, too. */
    public Insert<T> values(Record row) {
        return more(GivenValues.of(parts.table(), row));
    }

    private Insert<T> more(Map<ColumnReference<?>, Expression<?>> row) {
        Insert<T> all = this;
        for (Map.Entry<ColumnReference<?>, Expression<?>> each : row.entrySet()) {
            all = all.value(each.getKey(), each.getValue());
        }
        return all;
    }

    /**
     * Names the columns for {@link #row} or {@link #select}.
     *
     * @throws InvalidRequestException if the insert has values already, which would be lost
     */
    public Insert<T> columns(ColumnReference<?>... names) {
        return with(parts.withColumns(Arrays.asList(names)));
    }

    /**
     * Adds a row with a value for each of {@link #columns}: a Java value of the column's class, an expression, or null.
     *
     * @throws InvalidRequestException if number or class of the values is wrong
     */
    public Insert<T> row(@Nullable Object... values) {
        return with(parts.withRow(values));
    }

    /**
     * Inserts the rows of a query, whose columns are, in order, {@link #columns}.
     *
     * @throws InvalidRequestException if the insert has values already, which would be lost
     */
    public Insert<T> select(Query<?> rowsOf) {
        return with(parts.withQuery(rowsOf));
    }

    /** Says what to do when a row with the same key is there; the key is that of these columns. */
    public OnConflict<T> onConflict(ColumnReference<?>... key) {
        return new OnConflict<>(this, Arrays.asList(key), null);
    }

    /**
     * Says the same; the key is one that the table has.
     *
     * @throws InvalidRequestException if its values may be the same in several rows
     */
    public OnConflict<T> onConflict(UniqueColumns key) {
        if (!key.unique()) {
            throw new InvalidRequestException(key + " is not unique, and so no row is in conflict with it");
        }
        return new OnConflict<>(this, key.columns(), null);
    }

    /** Says the same; the key is that of a constraint of this name. */
    public OnConflict<T> onConstraint(String name) {
        return new OnConflict<>(this, List.of(), Names.checked(name));
    }

    Insert<T> with(Conflict to) {
        return with(parts.withConflict(to));
    }

    /**
     * Writes text behind INSERT, such as {@code IGNORE}. The text is sent as it is and must not come from input.
     *
     * @param dialects the dialects it is for; none for all
     */
    public Insert<T> prefix(String text, String... dialects) {
        return ext(ChangePieces.prefix(text, dialects));
    }

    /** Writes text behind all of the statement; see {@link #prefix}. */
    public Insert<T> suffix(String text, String... dialects) {
        return ext(ChangePieces.suffix(text, dialects));
    }

    /** Writes a comment for the optimizer behind INSERT, as some databases read it; see {@link #prefix}. */
    public Insert<T> statementHint(String text, String... dialects) {
        return ext(ChangePieces.hint(text, dialects));
    }

    /**
     * Adds clauses of one's own.
     *
     * @throws InvalidRequestException if their point is none of a change
     */
    public Insert<T> ext(SyntaxExtension... more) {
        return with(parts.withExtensions(ChangePieces.with(parts.extensions(), more)));
    }

    /** The same insert without values, of other columns: each of its rows is given when it runs. */
    public Insert<T> parameters(List<? extends ColumnReference<?>> names) {
        List<Expression<?>> parameters = new ArrayList<>();
        for (ColumnReference<?> column : names) {
            parameters.add(new Parameter<>(column.name(), column.type()));
        }
        return with(parts.withRows(List.copyOf(names), List.of(new Values(parameters))));
    }

    /** The columns whose values are given when the statement runs, as those of {@link #parameters} are. */
    public List<ColumnReference<?>> givenColumns() {
        List<Values> rows = parts.rows();
        List<Expression<?>> first = rows.isEmpty() ? List.of() : rows.get(0).values();
        List<ColumnReference<?>> given = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i) instanceof Parameter<?>) {
                given.add(parts.columns().get(i));
            }
        }
        return given;
    }

    /** The same insert without values. */
    public Insert<T> withoutValues() {
        return with(parts.withRows(List.of(), List.of()));
    }

    /**
     * The values of its one row, by their columns: what every row has, if the rows are given when it runs. Empty without values.
     *
     * @throws InvalidRequestException if that cannot be said: it has several rows, a query, or an expression among the values
     */
    public Map<ColumnReference<?>, @Nullable Object> constants() {
        return parts.constants();
    }

    /** Returns one thing of each row, as it is after the insert. */
    public <R> Insert<R> returning(Selectable<R> selected) {
        return new Insert<>(parts, Returning.only(selected));
    }

    /** Returns several things of each row, as it is after the insert. */
    public Insert<Row> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return returning(Sql.listOf(first, second, more));
    }

    /** The same insert returning these things, each row as a {@link Row}. */
    @Override
    public Insert<Row> returning(List<? extends Selectable<?>> selected) {
        return new Insert<>(parts, Returning.rows(selected));
    }

    /** Returns all columns of each row, as they are after the insert. */
    public Insert<Row> returning(NamedTable all) {
        return returning(all.columns());
    }

    /**
     * The same insert with each row that it returns as a record, whose components are, in order, what is returned.
     *
     * @throws InvalidRequestException if nothing is returned
     */
    public <R extends Record> Insert<R> as(Class<R> record) {
        return new Insert<>(parts, returning.as(record));
    }

    /** The same insert, of parameters, with so many rows of them. */
    public Insert<T> repeated(int times) {
        return with(parts.withRows(
                parts.columns(), Collections.nCopies(times, parts.rows().get(0))));
    }

    /** Returns the columns that this insert does not set and that get a value all the same: what is not known of the row that is inserted. */
    public Insert<Row> returningDefaults() {
        return returning(parts.table().generatedColumns().stream()
                .filter(column -> !parts.columns().contains(column))
                .toList());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Rows of a query all get the same value of one that the program makes.
     */
    @Override
    public Insert<T> completed(Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        InsertParts complete = parts.completed(supplied);
        return Rewriter.isSame(complete, parts) ? this : with(complete);
    }

    @Override
    public NamedTable table() {
        return parts.table();
    }

    /** The columns that get values. */
    public List<ColumnReference<?>> columns() {
        return parts.columns();
    }

    /** The rows. */
    public List<Values> rows() {
        return parts.rows();
    }

    /** The query whose rows are inserted. */
    public Optional<Query<?>> query() {
        return Optional.ofNullable(parts.query());
    }

    @Override
    public List<SyntaxExtension> extensions() {
        return parts.extensions();
    }

    /** What happens when the key is there. */
    public Optional<Conflict> conflict() {
        return Optional.ofNullable(parts.conflict());
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
        parts.describe(out);
        out.nodes(returning.selection()).value(returning.projection());
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    Insert<T> rewritten(Rewriter by) {
        InsertParts otherParts = RecordParts.rewritten(parts, by);
        Returning otherReturning = returning.rewritten(by);
        return Rewriter.isSame(otherParts, parts) && Rewriter.isSame(otherReturning, returning)
                ? this
                : new Insert<>(otherParts, otherReturning);
    }
}
