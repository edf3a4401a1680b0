package dev.azoth.orm;

/** What an object is to a session. Newness is the session's knowledge; it is never guessed from a key that is null. */
public enum EntityState {
    /** Unknown to the session: new, or of another session. */
    TRANSIENT,
    /** Added; its row will be inserted by the next flush. */
    PENDING,
    /** It stands for a row. */
    PERSISTENT,
    /** Its row goes with the next flush, or went with an earlier one of this transaction. */
    DELETED,
    /** It stood for a row, and the session no longer holds it. */
    DETACHED
}
