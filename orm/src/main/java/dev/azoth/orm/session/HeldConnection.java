package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ExecutionOptions;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The connection of a session: taken when it is first asked for, and given back with the end of the transaction. */
final class HeldConnection {
    private final Engine engine;
    private final SessionEvents events;
    private UnaryOperator<ExecutionOptions> execution;
    private @Nullable Connection connection;

    HeldConnection(Engine engine, UnaryOperator<ExecutionOptions> execution, SessionEvents events) {
        this.engine = engine;
        this.execution = execution;
        this.events = events;
    }

    Connection get() {
        Connection held = connection;
        if (held == null) {
            held = engine.connect().options(execution);
            connection = held;
            if (!events.isEmpty()) {
                events.begun();
            }
        }
        return held;
    }

    /** Has statements run with other options, on this connection and later ones. */
    void options(UnaryOperator<ExecutionOptions> choose) {
        UnaryOperator<ExecutionOptions> before = execution;
        execution = options -> choose.apply(before.apply(options));
        if (connection != null) {
            connection.options(choose);
        }
    }

    /** Keeps what was done; if that fails, the connection stays. */
    void commit() {
        if (connection != null) {
            connection.commit();
            close();
        }
    }

    /**
     * Undoes what was done.
     *
     * @param then what is to be done whether that succeeds or not
     */
    void rollback(Runnable then) {
        Connection held = connection;
        connection = null;
        try {
            if (held != null) {
                held.rollback();
            }
        } finally {
            then.run();
            if (held != null) {
                held.close();
            }
        }
    }

    void close() {
        Connection held = connection;
        connection = null;
        if (held != null) {
            held.close();
        }
    }
}
