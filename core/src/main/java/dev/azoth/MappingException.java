package dev.azoth;

import org.jspecify.annotations.Nullable;

/** An annotated class cannot be mapped; the message lists every problem, each with class and member. */
public class MappingException extends AzothException {
    private static final long serialVersionUID = 1L;

    /** An exception with its message. */
    public MappingException(String message) {
        super(message);
    }

    /** An exception with its message and cause. */
    public MappingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
