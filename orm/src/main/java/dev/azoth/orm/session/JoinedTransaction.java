package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ExecutionOptions;
import dev.azoth.engine.NestedTransaction;
import dev.azoth.engine.Registration;
import dev.azoth.orm.JoinTransactionMode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The transaction of somebody else's connection, in which a session works. That connection is never closed here. */
final class JoinedTransaction {
    private final Connection connection;
    private final JoinTransactionMode mode;
    private final SpentStatements spent;
    private @Nullable NestedTransaction savepoint;
    private @Nullable ExecutionOptions before;
    private @Nullable Registration counting;

    JoinedTransaction(Connection connection, JoinTransactionMode mode, SpentStatements spent) {
        this.connection = connection;
        this.mode = mode;
        this.spent = spent;
    }

    boolean isOf(Connection other) {
        return connection == other;
    }

    Connection connection() {
        return connection;
    }

    /** The session's own transaction begins. */
    void begin(UnaryOperator<ExecutionOptions> execution) {
        before = connection.options();
        connection.options(execution);
        if (spent.isCounting()) {
            counting = connection.listen(spent);
        }
        if (mode == JoinTransactionMode.CREATE_SAVEPOINT) {
            spent.free(() -> savepoint = connection.beginNested());
        }
    }

    void commit() {
        NestedTransaction own = savepoint;
        if (own != null) {
            spent.free(own::commit);
        } else if (mode == JoinTransactionMode.CONTROL_FULLY) {
            connection.commit();
        }
    }

    void rollback() {
        NestedTransaction own = savepoint;
        if (own == null) {
            connection.rollback();
        } else if (own.isActive()) { // or it ended with one around it
            spent.free(own::rollback);
        }
    }

    /** Leaves the connection as it was, without what was not committed. */
    void end() {
        try {
            if (mode != JoinTransactionMode.ROLLBACK_ONLY) {
                rollback();
            }
        } finally {
            savepoint = null;
            ExecutionOptions options = before;
            if (options != null) {
                connection.options(given -> options);
            }
            if (counting != null) {
                counting.close();
            }
        }
    }
}
