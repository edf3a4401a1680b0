package dev.azoth.engine;

import dev.azoth.DatabaseException;
import java.util.function.Supplier;

/**
 * What the caller of a connection called, in which listeners may replace a failure: once, so that nothing in between meets another exception
 * than the database's.
 */
final class OutermostCall {
    private final Connection connection;
    private boolean within;

    OutermostCall(Connection connection) {
        this.connection = connection;
    }

    <R> R run(Supplier<R> work) {
        if (within) {
            return work.get();
        }
        within = true;
        try {
            return work.get();
        } catch (DatabaseException e) {
            throw connection.observers().failed(e);
        } finally {
            within = false;
        }
    }

    /** The exception to be thrown for a failure, which may be one outside any call, as when rows are read. */
    RuntimeException told(RuntimeException failure) {
        return within ? failure : connection.observers().failed(failure);
    }
}
