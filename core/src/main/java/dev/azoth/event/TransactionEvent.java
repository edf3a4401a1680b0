package dev.azoth.event;

/** What happened to a transaction. */
public enum TransactionEvent {
    /** It began, with its first statement. */
    BEGIN,
    /** Its changes are kept. */
    COMMIT,
    /** Its changes are undone. */
    ROLLBACK,
    /** A savepoint was set. */
    SAVEPOINT,
    /** What came after a savepoint is undone. */
    ROLLBACK_TO_SAVEPOINT,
    /** A savepoint was forgotten. */
    RELEASE
}
