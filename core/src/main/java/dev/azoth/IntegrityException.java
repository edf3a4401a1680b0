package dev.azoth;

import org.jspecify.annotations.Nullable;

/** A row broke a constraint; {@link #error()} has its name where the server tells it. */
public class IntegrityException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** An exception for what a server reported; see {@link DatabaseException}. */
    public IntegrityException(ErrorFields error, @Nullable FailedStatement statement, @Nullable Throwable cause) {
        super(error, statement, cause);
    }
}
