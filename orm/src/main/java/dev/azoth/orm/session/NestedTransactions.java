package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.NestedTransaction;
import java.util.ArrayList;
import java.util.List;

/** A savepoint in each of a session's connections. */
final class NestedTransactions {
    private final List<NestedTransaction> all = new ArrayList<>();
    private final SpentStatements spent;

    NestedTransactions(SpentStatements spent) {
        this.spent = spent;
    }

    void join(Connection connection) {
        spent.free(() -> all.add(connection.beginNested()));
    }

    void commit() {
        spent.free(() -> all.forEach(NestedTransaction::commit));
    }

    void rollback() {
        spent.free(this::rollbackAll);
    }

    private void rollbackAll() {
        RuntimeException failure = null;
        for (NestedTransaction each : all) {
            try {
                each.rollback();
            } catch (RuntimeException e) {
                failure = Connections.first(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
