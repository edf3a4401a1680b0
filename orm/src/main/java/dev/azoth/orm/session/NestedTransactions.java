package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.NestedTransaction;
import java.util.ArrayList;
import java.util.List;

/** A savepoint in each of a session's connections. */
final class NestedTransactions {
    private final List<NestedTransaction> all = new ArrayList<>();

    void join(Connection connection) {
        all.add(connection.beginNested());
    }

    void commit() {
        all.forEach(NestedTransaction::commit);
    }

    void rollback() {
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
