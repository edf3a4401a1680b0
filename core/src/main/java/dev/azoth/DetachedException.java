package dev.azoth;

import org.jspecify.annotations.Nullable;

/** An object was used in a way that needs its session, which is closed or no longer holds it. */
public class DetachedException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /** An exception with its message. */
    public DetachedException(String message) {
        super(message);
    }

    /** An exception with its message and cause. */
    public DetachedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
