package dev.azoth;

import org.jspecify.annotations.Nullable;

/** One row was asked for and none came. */
public class NoResultException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /** An exception with its message. */
    public NoResultException(String message) {
        super(message);
    }

    /** An exception with its message and cause. */
    public NoResultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
