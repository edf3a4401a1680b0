package dev.azoth.testing;

/** A database that tests were to run on cannot be had. The message says what was tried, and what would help. */
public final class DatabaseUnavailableException extends RuntimeException {
    /**
     * With its message.
     *
     * @param message what was tried, why it failed, and the way out
     */
    public DatabaseUnavailableException(String message) {
        super(message);
    }

    /**
     * With its message and what led to it.
     *
     * @param message what was tried, why it failed, and the way out
     * @param cause what went wrong
     */
    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
