package dev.azoth;

import org.jspecify.annotations.Nullable;

/** The server met a bug or a corruption of its own. */
public class InternalException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** An exception for what a server reported; see {@link DatabaseException}. */
    public InternalException(ErrorFields error, @Nullable FailedStatement statement, @Nullable Throwable cause) {
        super(error, statement, cause);
    }
}
