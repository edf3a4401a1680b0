package dev.azoth.orm;

/** What a session does with the transaction of a connection that it was {@linkplain SessionFactory#joining given}. */
public enum JoinTransactionMode {
    /**
     * It works in a savepoint, begun with its first statement: commit keeps that, rollback undoes it, and the transaction goes on either way. So what sessions commit in a test is undone by
     * the test. Needs a database that has savepoints.
     */
    CREATE_SAVEPOINT,
    /** Commit flushes and leaves the rest to whoever gave the connection; rollback undoes the whole transaction. */
    ROLLBACK_ONLY,
    /** Commit and rollback are those of the whole transaction, which is undone when the session is closed without either. */
    CONTROL_FULLY
}
