package dev.azoth.event;

import java.sql.Connection;

/**
 * What happened to a JDBC connection.
 *
 * @param kind what happened
 * @param jdbc the connection, outside any transaction; what is done with it must be committed there, and it must not be closed
 */
public record ConnectionEvent(Kind kind, Connection jdbc) {
    /** What may happen. */
    public enum Kind {
        /** The engine's pool opened it: the place for settings of the session. Connections of a caller's own pool are opened unseen. */
        OPENED,
        /** It was taken from the pool for a first statement. */
        BORROWED,
        /** It goes back to the pool, after its transaction ended. */
        RETURNED,
        /** It is thrown away instead of going back, because it is dead, or {@code Connection.invalidate} was called. */
        INVALIDATED
    }
}
