package dev.azoth.cli;

import dev.azoth.AzothException;

/** The command cannot do what it was asked to; the message is for the one who asked. */
final class CommandFailure extends AzothException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
