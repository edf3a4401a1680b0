package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.Dialect;
import dev.azoth.event.TransactionEvent;
import java.util.List;

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
        connection.transaction().nested().add(this);
    }

    /**
     * Keeps what was done in it, as long as the whole transaction is kept.
     *
     * <p>When that fails, as it does after an error on some databases, {@link #close()} still undoes it.
     *
     * @throws InvalidRequestException if it has ended already
     */
    public void commit() {
        checkActive();
        run(dialect().release(name), TransactionEvent.RELEASE);
        ended();
    }

    /**
     * Undoes what was done in it.
     *
     * @throws InvalidRequestException if it has ended already
     */
    public void rollback() {
        checkActive();
        ended();
        run(dialect().rollbackTo(name), TransactionEvent.ROLLBACK_TO_SAVEPOINT);
    }

    private void checkActive() {
        if (!active) {
            throw new InvalidRequestException("this nested transaction has ended already");
        }
    }

    /** Those begun within it end with it: their savepoints are gone. */
    private void ended() {
        List<NestedTransaction> all = connection.transaction().nested();
        List<NestedTransaction> within = all.subList(all.indexOf(this), all.size());
        within.forEach(each -> each.active = false);
        within.clear();
    }

    /** The whole transaction ended. */
    void abandon() {
        active = false;
    }

    private void run(String sql, TransactionEvent event) {
        connection.results().close();
        connection.telling(() -> connection.runner().plain(sql));
        connection.observers().tell(event);
    }

    private Dialect dialect() {
        return connection.engine().dialect();
    }

    /** Whether it has not ended. */
    public boolean isActive() {
        return active;
    }

    /** Undoes it if it has not ended. */
    @Override
    public void close() {
        if (isActive()) {
            rollback();
        }
    }
}
