package dev.azoth.engine;

import dev.azoth.compile.RowDecoder;
import dev.azoth.sql.Dml;
import dev.azoth.sql.DriverText;
import dev.azoth.sql.Insert;
import dev.azoth.sql.MappedQuery;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements over a connection, with some {@link ExecutionOptions}: the {@link Connection} itself, or what {@link Connection#with} gives. Not safe
 * for more than one thread at a time.
 */
public abstract sealed class StatementExecutor permits Connection, OptionedExecutor {
    private static final int STREAM_ROWS = 1_000;

    StatementExecutor() {}

    /** The connection. */
    public abstract Connection connection();

    abstract StatementRunner runner();

    /** The options that statements run with. */
    public ExecutionOptions options() {
        return runner().options();
    }

    private Engine engine() {
        return connection().engine();
    }

    /**
     * Runs a statement.
     *
     * <p>The rows of a query are read as the result is; most drivers have all of them in memory by then: {@link #stream} is for more
     * rows than fit.
     *
     * @throws dev.azoth.CompileException  if the dialect lacks something in it
     * @throws dev.azoth.DatabaseException if the database refuses it
     */
    public <T> Result<T> execute(Statement<T> statement) {
        return execute(statement, Map.of());
    }

    /** Runs a statement with values for its {@linkplain dev.azoth.sql.Sql#parameter named parameters}. */
    public <T> Result<T> execute(Statement<T> statement, Map<String, ? extends @Nullable Object> parameters) {
        if (statement instanceof MappedQuery<?, T> mapped) {
            return mapped(mapped, parameters);
        }
        return connection()
                .telling(() -> runner().run(connection().observers().executing(statement), parameters, 0, null));
    }

    private <S, T> Result<T> mapped(MappedQuery<S, T> mapped, Map<String, ? extends @Nullable Object> parameters) {
        return execute(mapped.query(), parameters).map(mapped.function());
    }

    /** Runs a query whose rows come from the database as they are read, a thousand at a time. */
    public <T> Result<T> stream(Query<T> query) {
        return stream(query, STREAM_ROWS);
    }

    /**
     * Runs a query whose rows come from the database as they are read.
     *
     * @param rows how many come at a time; memory holds about so many
     */
    public <T> Result<T> stream(Query<T> query, int rows) {
        return stream(query, rows, Map.of());
    }

    /** Runs such a query with values for its {@linkplain dev.azoth.sql.Sql#parameter named parameters}. */
    public <T> Result<T> stream(Query<T> query, int rows, Map<String, ? extends @Nullable Object> parameters) {
        int each = checked(rows);
        return connection()
                .telling(() -> runner().run(connection().observers().executing(query), parameters, each, null));
    }

    /** Runs a query whose rows come from the database as they are read, a thousand at a time, and become what its function makes of them. */
    public <S, T> Result<T> stream(MappedQuery<S, T> mapped) {
        return stream(mapped, STREAM_ROWS);
    }

    /** Runs a query whose rows come from the database as they are read, and become what its function makes of them. */
    public <S, T> Result<T> stream(MappedQuery<S, T> mapped, int rows) {
        return stream(mapped.query(), rows).map(mapped.function());
    }

    /**
     * Runs a statement and reads its rows with a decoder of the caller's own; for layers above this one.
     *
     * @param decoder makes the decoder, once, from the columns
     */
    public <R> Result<R> execute(Statement<?> statement, Function<RowLayout, RowDecoder<R>> decoder) {
        return connection()
                .telling(() -> runner().run(connection().observers().executing(statement), Map.of(), 0, decoder));
    }

    /**
     * Runs a query whose rows come from the database as they are read, with a decoder of the caller's own; for layers above this one.
     *
     * @param rows    how many come at a time
     * @param decoder makes the decoder, once, from the columns
     */
    public <R> Result<R> stream(Query<?> query, int rows, Function<RowLayout, RowDecoder<R>> decoder) {
        return connection()
                .telling(() ->
                        runner().run(connection().observers().executing(query), Map.of(), checked(rows), decoder));
    }

    private static int checked(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("at least one row comes at a time, not " + rows);
        }
        return rows;
    }

    /**
     * Inserts rows, in as few round trips as the database allows.
     *
     * <p>Rows are drawn as they are sent, and so memory stays bounded. What {@code returning} asks for comes back in the order of the
     * rows, and is held in memory until all are inserted. An insert without columns takes those of the first row.
     *
     * @param rows maps from column, or its name, to value; records whose components have the names of columns; arrays of values for an insert
     *     that {@linkplain Insert#columns names its columns}; or {@link ColumnValues}. Every row must have the columns of the first
     * @throws dev.azoth.IntegrityException if a row breaks a constraint; {@link dev.azoth.DatabaseException#row()} is its index
     */
    public <T> Result<T> execute(Insert<T> insert, Iterable<?> rows) {
        return execute(insert, GivenRows.of(insert, rows));
    }

    /**
     * Runs a statement once for each row of parameters, in batches of the driver.
     *
     * @param rows maps from the names of the statement's {@linkplain dev.azoth.sql.Sql#parameter parameters} to their values, or records with
     *     components of these names
     * @return no rows, and how many were changed in all; -1 if the driver does not tell
     */
    public Result<?> execute(Dml<?> statement, Iterable<?> rows) {
        int[] counts = executeBatch(statement, GivenRows.named(rows));
        boolean told = Arrays.stream(counts).allMatch(count -> count >= 0);
        return Result.of(List.of(), told ? Arrays.stream(counts).asLongStream().sum() : -1);
    }

    /** Inserts rows given as arrays of values, the fastest form; see {@link #execute(Insert, Iterable)}. */
    public <T> Result<T> execute(Insert<T> insert, ParameterRows rows) {
        return connection()
                .telling(() -> new BulkInserter<>(
                                runner(), engine(), connection().observers().executingInsert(insert))
                        .insert(rows));
    }

    /**
     * Loads rows into a table by the fastest way that the database has: the binary COPY of PostgreSQL, DuckDB's appender, LOAD DATA on
     * MariaDB and, where it is allowed, on MySQL, else an insert of many rows.
     *
     * <p>They are drawn as they are sent, and so memory stays bounded. Columns that they do not have get their defaults.
     *
     * @param rows maps from column, or its name, to value; records whose components have the names of columns; or {@link ColumnValues}
     * @return how many
     * @throws dev.azoth.IntegrityException if a row breaks a constraint; {@link dev.azoth.DatabaseException#row()} is its index
     */
    public long copyIn(NamedTable table, Iterable<?> rows) {
        return copyIn(table, GivenRows.of(Sql.insert(table), rows));
    }

    /** Loads rows given as arrays of values; see {@link #copyIn(NamedTable, Iterable)}. */
    public long copyIn(NamedTable table, ParameterRows rows) {
        return connection().telling(() -> new Copy(runner(), engine()).run(table, rows));
    }

    /**
     * Runs a statement once for each row of parameters, in one batch of the driver.
     *
     * @param rows the values, by the names of the statement's parameters
     * @return for each row how many rows of the table it changed
     */
    public int[] executeBatch(Dml<?> statement, ParameterRows rows) {
        return connection()
                .telling(() -> new BatchRunner(runner(), engine())
                        .run(connection().observers().executingBatch(statement), rows));
    }

    /**
     * Runs text as the driver takes it, with a question mark for each value: it is not looked into, and so may have what {@link Sql#text} would take
     * for a parameter. Listeners are told, errors are Azoth's.
     *
     * @param values of classes whose type is {@linkplain dev.azoth.type.Types#ofValue known}, or expressions such as {@code value(x, TYPE)}; null for NULL
     */
    public Result<Row> executeDriverSql(String sql, @Nullable Object... values) {
        return execute(DriverText.of(sql, Arrays.asList(values)));
    }
}
