package dev.azoth.engine;

import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.RowDecoder;
import dev.azoth.event.ConnectionEvent;
import dev.azoth.event.TransactionEvent;
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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private final List<Result.Rows<?>> open = new ArrayList<>(2);
    private final List<NestedTransaction> nested = new ArrayList<>(2);
    private java.sql.@Nullable Connection jdbc;
    private @Nullable Lent lent;
    private @Nullable IsolationLevel isolation;
    private boolean readOnly;
    private boolean readOnlySet;
    private boolean inTransaction;
    private boolean lost;
    private boolean closed;
    private boolean kept;
    private int savepoints;
    private int discarded;

    Connection(Engine engine) {
        this.engine = engine;
        this.runner = new StatementRunner(this, engine);
        this.isolation = engine.options().isolation().orElse(null);
        this.readOnly = engine.options().readOnly();
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
        return runner.run(engine.observers().executing(statement), parameters, 0, null);
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
        return runner.run(engine.observers().executing(query), Map.of(), rows, null);
    }

    /**
     * Runs a statement and reads its rows with a decoder of the caller's own; for layers above this one.
     *
     * @param decoder makes the decoder, once, from the columns
     */
    public <R> Result<R> execute(Statement<?> statement, Function<RowLayout, RowDecoder<R>> decoder) {
        return runner.run(engine.observers().executing(statement), Map.of(), 0, decoder);
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
        return new BulkInserter<>(runner, engine, engine.observers().executingInsert(insert)).insert(rows);
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
        return new Copy(runner, engine).run(table, rows);
    }

    /**
     * Runs a statement once for each row of parameters, in one batch of the driver.
     *
     * @param rows the values, by the names of the statement's parameters
     * @return for each row how many rows of the table it changed
     */
    public int[] executeBatch(Dml<?> statement, ParameterRows rows) {
        return new BatchRunner(runner, engine).run(engine.observers().executingBatch(statement), rows);
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
        if (lost) {
            throw new InvalidRequestException(
                    "the connection was lost, and the transaction is undone: call rollback(), and do its work again");
        }
        if (inTransaction) {
            runner.ending("COMMIT", () -> engine.dialect().commit(jdbc()));
            kept = true;
            ended(TransactionEvent.COMMIT);
        }
    }

    /** Undoes what was done since the transaction began. Without one it does nothing. */
    public void rollback() {
        closeResults();
        if (lost) {
            lost = false;
            ended(TransactionEvent.ROLLBACK);
        } else if (inTransaction) {
            try {
                runner.ending("ROLLBACK", () -> engine.dialect().rollback(jdbc()));
            } finally {
                ended(TransactionEvent.ROLLBACK);
            }
        }
    }

    private void ended(TransactionEvent event) {
        inTransaction = false;
        savepoints = 0;
        endNested();
        engine.observers().tell(event);
    }

    /** Begins a part of the transaction that can be undone alone: a savepoint. */
    public NestedTransaction beginNested() {
        NestedTransaction begun = new NestedTransaction(this, "azoth_" + ++savepoints);
        begun.begin();
        return begun;
    }

    /** A handle that is kept longer than its savepoint must not undo another one of the same name. */
    private void endNested() {
        nested.forEach(NestedTransaction::abandon);
        nested.clear();
    }

    /** The nested transactions that have not ended, each within those before it. */
    List<NestedTransaction> nested() {
        return nested;
    }

    /** Whether a transaction has begun. */
    public boolean inTransaction() {
        return inTransaction || lost;
    }

    /**
     * Sets the isolation level, until the connection is closed.
     *
     * @throws InvalidRequestException within a transaction
     */
    public Connection isolation(IsolationLevel level) {
        if (inTransaction) {
            throw new InvalidRequestException(
                    "the isolation level cannot change within a transaction: commit or roll back first");
        }
        isolation = level;
        if (jdbc != null) {
            runner.translated(() -> configure(jdbc()));
        }
        return this;
    }

    /** The isolation level that was set, here or for the engine; null for the database's own. */
    public @Nullable IsolationLevel isolation() {
        return isolation;
    }

    /**
     * The isolation level that the database has for this connection, whoever set it.
     *
     * @throws InvalidRequestException if the driver tells of none that SQL knows
     */
    public IsolationLevel currentIsolation() {
        return isolation == IsolationLevel.AUTOCOMMIT
                ? IsolationLevel.AUTOCOMMIT
                : runner.translating(() -> IsolationLevel.of(begun().getTransactionIsolation()));
    }

    /**
     * Has the database refuse all changes, or not, until the connection is closed.
     *
     * @throws InvalidRequestException within a transaction, or with the first statement if the database has no such transactions
     */
    public Connection readOnly(boolean on) {
        if (inTransaction) {
            throw new InvalidRequestException(
                    "whether a connection is read-only cannot change within a transaction: commit or roll back first");
        }
        readOnly = on;
        if (jdbc != null) {
            runner.translated(() -> configure(jdbc()));
        }
        return this;
    }

    /** Whether the database is to refuse changes over this connection. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /**
     * Throws the JDBC connection away instead of giving it back, with what was not committed; the next statement takes another. For a connection
     * whose session was left in a state that nobody else should meet.
     */
    public void invalidate() {
        closeResults();
        boolean undone = inTransaction;
        discard(false);
        if (undone) {
            ended(TransactionEvent.ROLLBACK);
        }
    }

    /** The tables, columns, keys and indexes that are there, as this transaction sees them. */
    public Inspector inspect() {
        return Inspector.of(engine.dialect().introspection(), this::withJdbc);
    }

    private <R> R withJdbc(Inspector.Reading<R> reading) {
        return runner.translating(() -> reading.read(begun()));
    }

    @Override
    public void createAll(MetaData metadata) {
        new SchemaChange(this, engine).createAll(metadata);
    }

    @Override
    public void dropAll(MetaData metadata) {
        new SchemaChange(this, engine).dropAll(metadata);
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
        return runner.translating(this::begun);
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
        java.sql.Connection held = jdbc;
        jdbc = null;
        if (lent != null) {
            lent.end();
        }
        try {
            closeResults();
            if (held != null && inTransaction) {
                engine.dialect().rollback(held);
                ended(TransactionEvent.ROLLBACK);
            }
        } catch (SQLException e) {
            log().debug("rolling back a connection that is being closed failed", e);
            inTransaction = false;
            if (held != null) {
                engine.source().discard(held);
            }
        } finally {
            giveBack(held);
        }
    }

    private void giveBack(java.sql.@Nullable Connection held) {
        if (held != null) {
            try (held) {
                if (readOnlySet) {
                    engine.dialect().readOnly(held, false);
                    readOnlySet = false;
                }
                engine.observers().tell(ConnectionEvent.Kind.RETURNED, held);
            } catch (SQLException e) {
                log().debug("giving back a connection failed", e);
            }
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
        if (lost) {
            throw new InvalidRequestException(
                    "the connection was lost, and its transaction is undone: call rollback() first");
        }
        java.sql.Connection held = jdbc;
        if (held == null) {
            held = borrowed();
            jdbc = held;
            lend(held);
        }
        if (!inTransaction && isolation != IsolationLevel.AUTOCOMMIT) {
            inTransaction = true;
            engine.observers().tell(TransactionEvent.BEGIN);
        }
        return held;
    }

    private void lend(java.sql.Connection held) {
        Lent to = lent;
        if (to == null) {
            to = Lent.to(this, engine);
            lent = to;
        }
        to.holds(held);
    }

    /** Notes what runs, for a message about a connection that was forgotten. */
    void runs(String sql) {
        if (lent != null) {
            lent.runs(sql);
        }
    }

    /** A configured JDBC connection. Setting the isolation level may find it dead; then another is taken, since nothing was done yet. */
    private java.sql.Connection borrowed() throws SQLException {
        java.sql.Connection first = engine.borrow();
        try {
            configure(first);
            engine.observers().tell(ConnectionEvent.Kind.BORROWED, first);
            return first;
        } catch (SQLException | RuntimeException e) {
            boolean dead = e instanceof SQLException driver
                    && engine.dialect().error(driver).kind() == ErrorKind.DISCONNECTED;
            if (dead) {
                engine.source().discard(first);
            }
            giveBack(first);
            if (!dead) {
                throw e;
            }
            log().info("a connection of the pool was dead and is replaced: {}", e.getMessage());
        }
        java.sql.Connection second = engine.borrow();
        try {
            configure(second);
            engine.observers().tell(ConnectionEvent.Kind.BORROWED, second);
            return second;
        } catch (SQLException | RuntimeException e) {
            giveBack(second);
            throw e;
        }
    }

    private java.sql.Connection jdbc() {
        java.sql.Connection held = jdbc;
        if (held == null) {
            throw new IllegalStateException("a transaction without a connection");
        }
        return held;
    }

    private void configure(java.sql.Connection held) throws SQLException {
        boolean autocommit = isolation == IsolationLevel.AUTOCOMMIT;
        if (held.getAutoCommit() != autocommit) {
            held.setAutoCommit(autocommit);
        }
        if (readOnly != readOnlySet) {
            engine.dialect().readOnly(held, readOnly);
            readOnlySet = readOnly;
        }
        if (isolation != null && !autocommit && held.getTransactionIsolation() != isolation.jdbc()) {
            engine.dialect().isolate(held, isolation.jdbc());
        }
    }

    /** Whether something was done that no rollback undoes. */
    boolean hasKept() {
        return kept || isolation == IsolationLevel.AUTOCOMMIT;
    }

    /** Whether nothing was done in the transaction yet but the statement that is running. */
    boolean isFresh() {
        return !inTransaction && isolation != IsolationLevel.AUTOCOMMIT;
    }

    /** Throws away a dead JDBC connection. With work done in its transaction, that work is lost until {@link #rollback} says so. */
    void discard(boolean worked) {
        java.sql.Connection held = jdbc;
        jdbc = null;
        if (lent != null) {
            lent.holds(null);
        }
        if (held != null) {
            discarded++;
            readOnlySet = false;
            engine.source().discard(held);
            giveBack(held);
        }
        // after the connection, so that closing them asks nothing of it; reading on must not take the next connection
        // for dead
        closeResults();
        inTransaction = false;
        lost = worked;
        endNested();
    }

    /** How many dead JDBC connections were thrown away. */
    int discarded() {
        return discarded;
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
