package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.Dialect;
import dev.azoth.event.TransactionEvent;

/**
 * A part of a transaction that can be undone alone: a savepoint. What was not {@linkplain #commit() kept} when it is closed is undone.
 */
public final class NestedTransaction implements AutoCloseable {
    private final Connection connection;
    private final String name;
    private boolean active;

    NestedTransaction(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    void begin() {
        run(dialect().savepoint(name), TransactionEvent.SAVEPOINT);
        active = true;
    }

    /**
     * Keeps what was done in it, as long as the whole transaction is kept.
     *
     * @throws InvalidRequestException if it has ended already
     */
    public void commit() {
        end(dialect().release(name), TransactionEvent.RELEASE);
    }

    /**
     * Undoes what was done in it.
     *
     * @throws InvalidRequestException if it has ended already
     */
    public void rollback() {
        end(dialect().rollbackTo(name), TransactionEvent.ROLLBACK_TO_SAVEPOINT);
    }

    private void end(String sql, TransactionEvent event) {
        if (!active) {
            throw new InvalidRequestException("this nested transaction has ended already");
        }
        active = false;
        run(sql, event);
    }

    private void run(String sql, TransactionEvent event) {
        connection.closeResults();
        new StatementRunner(connection, connection.engine()).plain(sql);
        connection.engine().tell(event);
    }

    private Dialect dialect() {
        return connection.engine().dialect();
    }

    /** Whether it has not ended. */
    public boolean isActive() {
        return active && connection.inTransaction();
    }

    /** Undoes it if it has not ended. */
    @Override
    public void close() {
        if (isActive()) {
            rollback();
        }
    }
}
