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
    private final NamedTable table;
    private final List<ColumnReference<?>> columns;
    private final List<Values> rows;
    private final @Nullable Query<?> query;
    private final @Nullable Conflict conflict;
    private final List<? extends Selectable<?>> returning;
    private final Projection projection;

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

    private Insert(
            NamedTable table,
            List<ColumnReference<?>> columns,
            List<Values> rows,
            @Nullable Query<?> query,
            @Nullable Conflict conflict,
            List<? extends Selectable<?>> returning,
            Projection projection) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.query = query;
        this.conflict = conflict;
        this.returning = List.copyOf(returning);
        this.projection = projection;
    }

    static Insert<Row> into(NamedTable table) {
        return new Insert<>(table, List.of(), List.of(), null, null, List.of(), new Projection.Rows());
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
        if (rows.size() > 1 || query != null) {
            throw new InvalidRequestException(
                    "values(column, value) fills one row; this insert has several, or a query");
        }
        if (columns.contains(column)) {
            throw new InvalidRequestException("column " + column.name() + " has a value already");
        }
        List<ColumnReference<?>> moreColumns = new ArrayList<>(columns);
        moreColumns.add(column);
        List<Expression<?>> more =
                new ArrayList<>(rows.isEmpty() ? List.of() : rows.get(0).values());
        more.add(value);
        return new Insert<>(table, moreColumns, List.of(new Values(more)), null, conflict, returning, projection);
    }

    /**
     * Gives columns of the row values.
     *
     * @param row from columns, or their names, to values of their class, expressions, or null
     */
    public Insert<T> values(Map<?, ?> row) {
        return more(GivenValues.of(table, row));
    }

    /** Gives columns of the row the values of a record's components, which have their names; {@code authorId} is for {@code author_id}, too. */
    public Insert<T> values(Record row) {
        return more(GivenValues.of(table, row));
    }

    private Insert<T> more(Map<ColumnReference<?>, Expression<?>> row) {
        Insert<T> all = this;
        for (Map.Entry<ColumnReference<?>, Expression<?>> each : row.entrySet()) {
            all = all.value(each.getKey(), each.getValue());
        }
        return all;
    }

    /** Names the columns for {@link #row} or {@link #select}. */
    public Insert<T> columns(ColumnReference<?>... names) {
        return new Insert<>(table, Arrays.asList(names), List.of(), null, conflict, returning, projection);
    }

    /**
     * Adds a row with a value for each of {@link #columns}: a Java value of the column's class, an expression, or null.
     *
     * @throws InvalidRequestException if number or class of the values is wrong
     */
    public Insert<T> row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new InvalidRequestException(
                    "row " + rows.size() + " has " + values.length + " values for " + columns.size() + " columns");
        }
        List<Expression<?>> row = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            row.add(RowValue.bound(columns.get(i), values[i]));
        }
        List<Values> more = new ArrayList<>(rows);
        more.add(new Values(row));
        return new Insert<>(table, columns, more, null, conflict, returning, projection);
    }

    /** Inserts the rows of a query, whose columns are, in order, {@link #columns}. */
    public Insert<T> select(Query<?> rowsOf) {
        return new Insert<>(table, columns, List.of(), rowsOf, conflict, returning, projection);
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
        return new Insert<>(table, columns, rows, query, to, returning, projection);
    }

    /** The same insert without values, of other columns: each of its rows is given when it runs. */
    public Insert<T> parameters(List<? extends ColumnReference<?>> names) {
        List<Expression<?>> parameters = new ArrayList<>();
        for (ColumnReference<?> column : names) {
            parameters.add(new Parameter<>(column.name(), column.type()));
        }
        return new Insert<>(
                table, List.copyOf(names), List.of(new Values(parameters)), null, conflict, returning, projection);
    }

    /** The columns whose values are given when the statement runs, as those of {@link #parameters} are. */
    public List<ColumnReference<?>> givenColumns() {
        List<Expression<?>> first = rows.isEmpty() ? List.of() : rows.get(0).values();
        List<ColumnReference<?>> given = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i) instanceof Parameter<?>) {
                given.add(columns.get(i));
            }
        }
        return given;
    }

    /** Returns one thing of each row, as it is after the insert. */
    public <R> Insert<R> returning(Selectable<R> selected) {
        return new Insert<>(table, columns, rows, query, conflict, List.of(selected), new Projection.Single());
    }

    /** Returns several things of each row, as it is after the insert. */
    public Insert<Row> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return new Insert<>(
                table, columns, rows, query, conflict, Sql.listOf(first, second, more), new Projection.Rows());
    }

    /** The same insert returning these things, each row as a {@link Row}. */
    public Insert<Row> returning(List<? extends Selectable<?>> selected) {
        return new Insert<>(table, columns, rows, query, conflict, selected, new Projection.Rows());
    }

    /** The same insert, of parameters, with so many rows of them. */
    public Insert<T> repeated(int times) {
        return new Insert<>(
                table, columns, Collections.nCopies(times, rows.get(0)), query, conflict, returning, projection);
    }

    /** Returns all columns of each row, as they are after the insert. */
    public Insert<Row> returning(NamedTable all) {
        return returning(all.columns());
    }

    /** Returns the columns that this insert does not set and that get a value all the same: what is not known of the row that is inserted. */
    public Insert<Row> returningDefaults() {
        return returning(table.generatedColumns().stream()
                .filter(column -> !columns.contains(column))
                .toList());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Rows of a query all get the same value of one that the program makes.
     */
    @Override
    public Insert<T> completed(Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        boolean whole = columns.isEmpty() ? query != null : rows.isEmpty() && query == null;
        List<ColumnDefault<?>> missing = table.defaults().insert();
        return missing.isEmpty() || whole ? this : completed(missing, supplied);
    }

    private Insert<T> completed(
            List<ColumnDefault<?>> defaults, Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        List<ColumnDefault<?>> missing = defaults.stream()
                .filter(each -> !columns.contains(each.column()))
                .toList();
        if (missing.isEmpty()) {
            return this;
        }
        List<ColumnReference<?>> all = new ArrayList<>(columns);
        missing.forEach(each -> all.add(each.column()));
        if (query != null) {
            Query<?> more = MoreColumns.of(query, made(missing, supplied));
            return new Insert<>(table, all, List.of(), more, conflict, returning, projection);
        }
        List<Values> complete = new ArrayList<>();
        for (Values row : rows.isEmpty() ? List.of(new Values(List.of())) : rows) {
            List<Expression<?>> values = new ArrayList<>(row.values());
            values.addAll(made(missing, supplied));
            complete.add(new Values(values));
        }
        return new Insert<>(table, all, complete, null, conflict, returning, projection);
    }

    private static List<Expression<?>> made(
            List<ColumnDefault<?>> missing, Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        List<Expression<?>> values = new ArrayList<>();
        missing.forEach(each -> values.add(each.expression(supplied)));
        return values;
    }

    @Override
    public NamedTable table() {
        return table;
    }

    /** The columns that get values. */
    public List<ColumnReference<?>> columns() {
        return columns;
    }

    /** The rows. */
    public List<Values> rows() {
        return rows;
    }

    /** The query whose rows are inserted. */
    public Optional<Query<?>> query() {
        return Optional.ofNullable(query);
    }

    /** What happens when the key is there. */
    public Optional<Conflict> conflict() {
        return Optional.ofNullable(conflict);
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
        out.node(table)
                .nodes(columns)
                .nodes(rows)
                .node(query)
                .node(conflict)
                .nodes(returning)
                .value(projection);
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    Insert<T> rewritten(Rewriter by) {
        Insert<T> other = new Insert<>(
                by.node(table),
                by.nodes(columns),
                by.nodes(rows),
                by.optional(query),
                by.optional(conflict),
                by.nodes(returning),
                projection);
        return other.table == table
                        && other.columns == columns
                        && other.rows == rows
                        && other.query == query
                        && Rewriter.isSame(other.conflict, conflict)
                        && other.returning == returning
                ? this
                : other;
    }
}
