package dev.azoth;

import org.jspecify.annotations.Nullable;

/** The library was used in a way that cannot work, such as executing on a closed connection. */
public class InvalidRequestException extends AzothException {
    private static final long serialVersionUID = 1L;

    /** An exception with its message. */
    public InvalidRequestException(String message) {
        super(message);
    }

    /** An exception with its message and cause. */
    public InvalidRequestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
