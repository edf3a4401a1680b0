package dev.azoth;

import org.jspecify.annotations.Nullable;

/** An UPDATE or DELETE of an entity met another number of rows than expected: somebody else changed or deleted it. */
public class StaleDataException extends AzothException {
    private static final long serialVersionUID = 1L;

    /** An exception with its message. */
    public StaleDataException(String message) {
        super(message);
    }

    /** An exception with its message and cause. */
    public StaleDataException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
