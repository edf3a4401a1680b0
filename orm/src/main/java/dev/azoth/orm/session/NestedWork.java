package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;

/** A savepoint of a session, for objects too. */
public final class NestedWork {
    private final SessionContext session;
    private final NestedTransactions transaction;
    private final UndoFrame frame;

    NestedWork(SessionContext session, NestedTransactions transaction, UndoFrame frame) {
        this.session = session;
        this.transaction = transaction;
        this.frame = frame;
    }

    /** Whether it has not ended. */
    public boolean isActive() {
        return session.tracking().frames().contains(frame);
    }

    private void checkActive() {
        session.checkOpen();
        if (!isActive()) {
            throw new InvalidRequestException("this savepoint has ended already");
        }
    }

    /** Flushes, and keeps what was done in it. */
    public void commit() {
        checkActive();
        session.flush();
        transaction.commit();
        session.connections().ended(transaction);
        while (isActive()) {
            session.tracking().keepInner();
        }
    }

    /** Undoes what was done in it, in the database and in the objects. */
    public void rollback() {
        checkActive();
        session.forgetFailure();
        try {
            transaction.rollback();
        } finally {
            session.connections().ended(transaction);
            while (isActive()) {
                session.tracking().undoInner();
            }
        }
    }
}
