package dev.azoth.engine;

import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.event.EngineListener;
import dev.azoth.inspect.Inspector;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.SchemaTarget;
import dev.azoth.schema.StoredQuery;
import dev.azoth.schema.Table;
import java.lang.ref.Reference;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A conversation with the database: it runs statements, in a transaction that begins with the first of them.
 *
 * <p>What was not committed when it is closed is undone. A JDBC connection is taken from the pool with the first statement. Not safe for
 * more than one thread at a time.
 */
public final class Connection extends StatementExecutor implements AutoCloseable, SchemaTarget {
    private final Engine engine;
    private final Lent lent;
    private final TransactionState transaction;
    private final OutermostCall call;
    private final OpenResults results = new OpenResults();
    private StatementRunner runner;
    private @Nullable Observers observers; // where it has some of its own
    private boolean closed;

    Connection(Engine engine) {
        this.engine = engine;
        this.runner = new StatementRunner(this, engine, engine.options().execution());
        this.lent = new Lent(engine);
        this.transaction = new TransactionState(this);
        this.call = new OutermostCall(this);
    }

    @Override
    public Connection connection() {
        return this;
    }

    /**
     * The same connection with other options, for a statement or a few.
     *
     * @param choose is given the options of this connection
     */
    public StatementExecutor with(UnaryOperator<ExecutionOptions> choose) {
        return new OptionedExecutor(this, new StatementRunner(this, engine, choose.apply(options())));
    }

    /** Has what runs from now on run with other options, until the connection is closed. */
    public Connection options(UnaryOperator<ExecutionOptions> choose) {
        runner = new StatementRunner(this, engine, choose.apply(options()));
        return this;
    }

    /**
     * Tells a listener what this connection does from now on, behind those of the engine: its statements and its transaction. What is told of the engine alone is not: where
     * JDBC connections come from, and its end.
     *
     * @return to be closed when the listener is to hear no more; it need not be
     */
    public Registration listen(EngineListener listener) {
        Observers own = observers == null ? engine.observers().narrower() : observers;
        observers = own;
        return own.add(listener);
    }

    @Override
    StatementRunner runner() {
        return runner;
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
        results.close();
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
        results.close();
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
     * Has serializable transactions that only read wait for a moment in which they can run without ever losing, or not, until the connection is closed.
     *
     * @throws InvalidRequestException within a transaction, or with the first statement if the database has no such transactions
     */
    public Connection deferrable(boolean on) {
        transaction.refuseWithin("whether a connection is deferrable");
        lent.deferrable(on);
        return configured();
    }

    /** Whether a nested transaction has not ended. */
    public boolean inNestedTransaction() {
        return !transaction.nested().isEmpty();
    }

    /**
     * Throws the JDBC connection away instead of giving it back, with what was not committed; the next statement takes another. For a connection
     * whose session was left in a state that nobody else should meet.
     */
    public void invalidate() {
        results.close();
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
    public void change(StoredQuery query, StoredQuery.Change change) {
        telling(() -> new SchemaChange(this, engine).change(query, change));
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
            results.close();
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

    /** Those who are told what it does. */
    Observers observers() {
        return observers == null ? engine.observers() : observers;
    }

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
        results.close();
        transaction.disconnected(worked);
    }

    /** How many dead JDBC connections were thrown away. */
    int discarded() {
        return lent.discarded();
    }

    /** Does what the caller asked for, whose failure listeners may replace. */
    <R> R telling(Supplier<R> work) {
        return call.run(work);
    }

    void telling(Runnable work) {
        call.run(() -> {
            work.run();
            return true;
        });
    }

    OutermostCall call() {
        return call;
    }

    OpenResults results() {
        return results;
    }
}
