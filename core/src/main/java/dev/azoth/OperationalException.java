package dev.azoth;

import org.jspecify.annotations.Nullable;

/** The database's circumstances: an unreachable server, a lost connection, a lock, a full disk. */
public class OperationalException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** An exception for what a server reported; see {@link DatabaseException}. */
    public OperationalException(ErrorFields error, @Nullable FailedStatement statement, @Nullable Throwable cause) {
        super(error, statement, cause);
    }
}
