package dev.azoth;

import org.jspecify.annotations.Nullable;

/** A statement cannot be written for a dialect: the message names the construct and the dialect. */
public class CompileException extends AzothException {
    private static final long serialVersionUID = 1L;

    /** An exception with its message. */
    public CompileException(String message) {
        super(message);
    }

    /** An exception with its message and cause. */
    public CompileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
