package dev.azoth;

import org.jspecify.annotations.Nullable;

/** The server lacks a feature that the statement uses. */
public class NotSupportedException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** An exception for what a server reported; see {@link DatabaseException}. */
    public NotSupportedException(ErrorFields error, @Nullable FailedStatement statement, @Nullable Throwable cause) {
        super(error, statement, cause);
    }
}
