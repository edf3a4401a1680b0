package dev.azoth;

import org.jspecify.annotations.Nullable;

/** The root of everything Azoth throws on purpose. */
public class AzothException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with a message that names the cause, the place and the way out. */
    public AzothException(String message) {
        super(message);
    }

    /** The same, keeping what caused it. */
    public AzothException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
