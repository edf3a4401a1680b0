package dev.azoth;

import org.jspecify.annotations.Nullable;

/** The classes of error that a dialect sorts its server's codes into; each has one exception type. */
public enum ErrorKind {
    /** A duplicate key. */
    UNIQUE,
    /** A missing or still referenced row of another table. */
    FOREIGN_KEY,
    /** A null where none may be. */
    NOT_NULL,
    /** A CHECK constraint. */
    CHECK,
    /** A constraint of another sort, such as an exclusion. */
    INTEGRITY,
    /** A value that does not fit: too long, out of range, not parseable. */
    DATA,
    /** The statement itself: syntax, an unknown table, a missing privilege. */
    PROGRAMMING,
    /** A feature that the server lacks. */
    NOT_SUPPORTED,
    /** The connection is dead or could not be made. */
    DISCONNECTED,
    /** User name or password refused. */
    AUTHENTICATION,
    /** Two transactions met, and this one lost: a serialization failure or a deadlock; running it again may succeed. */
    CONFLICT,
    /** A lock or a statement took longer than it was allowed to. */
    TIMEOUT,
    /** Disk, memory, connections, shutdown: the server's circumstances. */
    OPERATIONAL,
    /** The server met a bug or a corruption of its own. */
    INTERNAL,
    /** Nothing more is known. */
    UNKNOWN;

    /** The exception of this kind. */
    public DatabaseException exception(
            ErrorFields error, @Nullable FailedStatement statement, @Nullable Throwable cause) {
        return switch (this) {
            case UNIQUE, FOREIGN_KEY, NOT_NULL, CHECK, INTEGRITY -> new IntegrityException(error, statement, cause);
            case DATA -> new DataException(error, statement, cause);
            case PROGRAMMING -> new ProgrammingException(error, statement, cause);
            case NOT_SUPPORTED -> new NotSupportedException(error, statement, cause);
            case DISCONNECTED, AUTHENTICATION, CONFLICT, TIMEOUT, OPERATIONAL ->
                new OperationalException(error, statement, cause);
            case INTERNAL -> new InternalException(error, statement, cause);
            case UNKNOWN -> new DatabaseException(error, statement, cause);
        };
    }
}
