package dev.azoth.engine;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.RowDecoder;
import dev.azoth.inspect.Inspector;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.SchemaTarget;
import dev.azoth.schema.Table;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Insert;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Query;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Statement;
import java.lang.ref.Reference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A conversation with the database: it runs statements, in a transaction that begins with the first of them.
 *
 * <p>What was not committed when it is closed is undone. A JDBC connection is taken from the pool with the first statement. Not safe for
 * more than one thread at a time.
 */
public final class Connection implements AutoCloseable, SchemaTarget {
    private static final int STREAM_ROWS = 1_000;

    private final Engine engine;
    private final StatementRunner runner;
    private final Lent lent;
    private final TransactionState transaction;
    private final List<Result.Rows<?>> open = new ArrayList<>(2);
    private boolean closed;
    private boolean telling;

    Connection(Engine engine) {
        this.engine = engine;
        this.runner = new StatementRunner(this, engine);
        this.lent = new Lent(engine);
        this.transaction = new TransactionState(engine.observers());
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
        return telling(() -> runner.run(engine.observers().executing(statement), parameters, 0, null));
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
        if (rows < 1) {
            throw new IllegalArgumentException("at least one row comes at a time, not " + rows);
        }
        return telling(() -> runner.run(engine.observers().executing(query), Map.of(), rows, null));
    }

    /**
     * Runs a statement and reads its rows with a decoder of the caller's own; for layers above this one.
     *
     * @param decoder makes the decoder, once, from the columns
     */
    public <R> Result<R> execute(Statement<?> statement, Function<RowLayout, RowDecoder<R>> decoder) {
        return telling(() -> runner.run(engine.observers().executing(statement), Map.of(), 0, decoder));
    }

    /**
     * Inserts rows, in as few round trips as the database allows.
     *
     * <p>Rows are drawn as they are sent, and so memory stays bounded. What {@code returning} asks for comes back in the order of the
     * rows. An insert without columns takes those of the first row.
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
        return telling(
                () -> new BulkInserter<>(runner, engine, engine.observers().executingInsert(insert)).insert(rows));
    }

    /**
     * Loads rows into a table by the fastest way that the database has: the binary COPY of PostgreSQL, else an insert of many rows.
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
        return telling(() -> new Copy(runner, engine).run(table, rows));
    }

    /**
     * Runs a statement once for each row of parameters, in one batch of the driver.
     *
     * @param rows the values, by the names of the statement's parameters
     * @return for each row how many rows of the table it changed
     */
    public int[] executeBatch(Dml<?> statement, ParameterRows rows) {
        return telling(
                () -> new BatchRunner(runner, engine).run(engine.observers().executingBatch(statement), rows));
    }

    /**
     * Keeps what was done since the transaction began. Without one it does nothing.
     *
     * @throws dev.azoth.DatabaseException if the database refuses to: for a deferred constraint, or a transaction that won against this one;
     *     the statement in it is {@code COMMIT}. One of kind {@link ErrorKind#DISCONNECTED} does not tell whether it was kept
     * @throws InvalidRequestException if the connection was lost, and the transaction with it, or is closed
     */
    public void commit() {
        if (closed) {
            throw new InvalidRequestException(
                    "the connection is closed, and what was not committed before is undone: commit before close()");
        }
        closeResults();
        if (transaction.isLost()) {
            throw new InvalidRequestException(
                    "the connection was lost, and the transaction is undone: call rollback(), and do its work again");
        }
        if (transaction.isBegun()) {
            telling(() -> runner.ending("COMMIT", () -> engine.dialect().commit(lent.held())));
            transaction.committed();
        }
    }

    /** Undoes what was done since the transaction began. Without one it does nothing. */
    public void rollback() {
        closeResults();
        if (transaction.isLost()) {
            transaction.undone();
        } else if (transaction.isBegun()) {
            try {
                telling(() -> runner.ending("ROLLBACK", () -> engine.dialect().rollback(lent.held())));
            } finally {
                transaction.undone();
            }
        }
    }

    /** Begins a part of the transaction that can be undone alone: a savepoint. */
    public NestedTransaction beginNested() {
        NestedTransaction begun = new NestedTransaction(this, transaction.nextSavepoint());
        begun.begin();
        return begun;
    }

    /** Whether a transaction has begun. */
    public boolean inTransaction() {
        return transaction.isBegun() || transaction.isLost();
    }

    /**
     * Sets the isolation level, until the connection is closed.
     *
     * @throws InvalidRequestException within a transaction
     */
    public Connection isolation(IsolationLevel level) {
        transaction.refuseWithin("the isolation level");
        lent.isolation(level);
        return configured();
    }

    private Connection configured() {
        if (lent.isTaken()) {
            telling(() -> runner.translated(lent::configure));
        }
        return this;
    }

    /** The isolation level that was set, here or for the engine; null for the database's own. */
    public @Nullable IsolationLevel isolation() {
        return lent.isolation();
    }

    /**
     * The isolation level that the database has for this connection, whoever set it.
     *
     * @throws InvalidRequestException if the driver tells of none that SQL knows
     */
    public IsolationLevel currentIsolation() {
        return lent.isAutocommit()
                ? IsolationLevel.AUTOCOMMIT
                : withJdbc(jdbc -> IsolationLevel.of(jdbc.getTransactionIsolation()));
    }

    /**
     * Has the database refuse all changes, or not, until the connection is closed.
     *
     * @throws InvalidRequestException within a transaction, or with the first statement if the database has no such transactions
     */
    public Connection readOnly(boolean on) {
        transaction.refuseWithin("whether a connection is read-only");
        lent.readOnly(on);
        return configured();
    }

    /** Whether the database is to refuse changes over this connection. */
    public boolean isReadOnly() {
        return lent.isReadOnly();
    }

    /**
     * Throws the JDBC connection away instead of giving it back, with what was not committed; the next statement takes another. For a connection
     * whose session was left in a state that nobody else should meet.
     */
    public void invalidate() {
        closeResults();
        boolean undone = transaction.isBegun();
        discard(false);
        if (undone) {
            transaction.undone();
        }
    }

    /** The tables, columns, keys and indexes that are there, as this transaction sees them. */
    public Inspector inspect() {
        return Inspector.of(engine.dialect().introspection(), this::withJdbc);
    }

    <R> R withJdbc(Inspector.Reading<R> reading) {
        return telling(() -> runner.translating(() -> reading.read(begun())));
    }

    @Override
    public void createAll(MetaData metadata) {
        telling(() -> new SchemaChange(this, engine).createAll(metadata));
    }

    @Override
    public void dropAll(MetaData metadata) {
        telling(() -> new SchemaChange(this, engine).dropAll(metadata));
    }

    @Override
    public Table reflect(MetaData into, String table) {
        return inspect().reflect(into, table);
    }

    /**
     * The JDBC connection under this one, in its transaction, for what Azoth has no method for. It must be neither closed nor
     * committed.
     */
    public java.sql.Connection unwrap() {
        return withJdbc(jdbc -> jdbc);
    }

    /** The engine that this connection belongs to. */
    public Engine engine() {
        return engine;
    }

    /** Undoes what was not committed, and gives the JDBC connection back. Does nothing the second time. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            closeResults();
            if (transaction.isBegun()) {
                lent.undo();
                transaction.undone();
            }
        } finally {
            lent.end();
            Reference.reachabilityFence(this); // or it could be taken for forgotten meanwhile
        }
    }

    // for this package

    Logger log() {
        return engine.log();
    }

    /** The JDBC connection, with the transaction begun. */
    java.sql.Connection begun() throws SQLException {
        if (closed) {
            throw new InvalidRequestException("the connection is closed: take another with engine.connect()");
        }
        if (transaction.isLost()) {
            throw new InvalidRequestException(
                    "the connection was lost, and its transaction is undone: call rollback() first");
        }
        java.sql.Connection held = lent.taken(this);
        if (!lent.isAutocommit()) {
            transaction.begin();
        }
        return held;
    }

    /** Notes what runs, for a message about a connection that was forgotten. */
    void runs(String sql) {
        lent.runs(sql);
    }

    TransactionState transaction() {
        return transaction;
    }

    /** Whether something was done that no rollback undoes. */
    boolean hasKept() {
        return transaction.hasKept() || lent.isAutocommit();
    }

    /** Whether nothing was done in the transaction yet but the statement that is running. */
    boolean isFresh() {
        return !transaction.isBegun() && !lent.isAutocommit();
    }

    /** Throws away a dead JDBC connection. With work done in its transaction, that work is lost until {@link #rollback} says so. */
    void discard(boolean worked) {
        lent.discard();
        // after the connection, so that closing them asks nothing of it; reading on must not take the next connection
        // for dead
        closeResults();
        transaction.disconnected(worked);
    }

    /** How many dead JDBC connections were thrown away. */
    int discarded() {
        return lent.discarded();
    }

    /**
     * Does what the caller asked for, and lets listeners replace its failure: once, in what the caller called, so that nothing in between meets
     * another exception than the database's.
     */
    <R> R telling(Supplier<R> work) {
        if (telling) {
            return work.get();
        }
        telling = true;
        try {
            return work.get();
        } catch (DatabaseException e) {
            throw engine.observers().failed(e);
        } finally {
            telling = false;
        }
    }

    void telling(Runnable work) {
        telling(() -> {
            work.run();
            return true;
        });
    }

    /** The exception to be thrown for a failure outside {@link #telling}, as when rows are read. */
    RuntimeException told(RuntimeException failure) {
        return telling ? failure : engine.observers().failed(failure);
    }

    void remember(Result.Rows<?> rows) {
        open.add(rows);
    }

    void forget(Result.Rows<?> rows) {
        open.remove(rows);
    }

    void closeResults() {
        for (Result.Rows<?> rows : List.copyOf(open)) {
            rows.cut();
        }
    }
}
