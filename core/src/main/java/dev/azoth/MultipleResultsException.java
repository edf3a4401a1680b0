package dev.azoth;

import org.jspecify.annotations.Nullable;

/** One row was asked for and more came. */
public class MultipleResultsException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /** An exception with its message. */
    public MultipleResultsException(String message) {
        super(message);
    }

    /** An exception with its message and cause. */
    public MultipleResultsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
