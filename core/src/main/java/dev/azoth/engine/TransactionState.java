package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.event.TransactionEvent;
import java.util.ArrayList;
import java.util.List;

/** How far a connection's transaction is: begun, lost with its connection, or ended, and the savepoints in it. */
final class TransactionState {
    private final Connection connection;
    private final List<NestedTransaction> nested = new ArrayList<>(2);
    private boolean begun;
    private boolean lost;
    private boolean kept;
    private int savepoints;

    TransactionState(Connection connection) {
        this.connection = connection;
    }

    boolean isBegun() {
        return begun;
    }

    /** Whether its work is gone, which is not said before it is rolled back. */
    boolean isLost() {
        return lost;
    }

    /** Whether something was committed. */
    boolean hasKept() {
        return kept;
    }

    /**
     * What may not be done within a transaction.
     *
     * @param what in words, with which the message begins
     */
    void refuseWithin(String what) {
        if (begun) {
            throw new InvalidRequestException(what + " cannot change within a transaction: commit or roll back first");
        }
    }

    void begin() {
        if (!begun) {
            begun = true;
            connection.observers().tell(TransactionEvent.BEGIN);
        }
    }

    void committed() {
        kept = true;
        ended(TransactionEvent.COMMIT);
    }

    void undone() {
        lost = false;
        ended(TransactionEvent.ROLLBACK);
    }

    private void ended(TransactionEvent event) {
        begun = false;
        savepoints = 0;
        endNested();
        connection.observers().tell(event);
    }

    /**
     * Its JDBC connection is gone.
     *
     * @param worked whether work is lost with it, so that nothing runs until that is known to the caller
     */
    void disconnected(boolean worked) {
        begun = false;
        lost = worked;
        endNested();
    }

    String nextSavepoint() {
        return "azoth_" + ++savepoints;
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
}
