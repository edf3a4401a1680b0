package dev.azoth;

import org.jspecify.annotations.Nullable;

/** A value does not fit its column or its operation. */
public class DataException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** An exception for what a server reported; see {@link DatabaseException}. */
    public DataException(ErrorFields error, @Nullable FailedStatement statement, @Nullable Throwable cause) {
        super(error, statement, cause);
    }
}
