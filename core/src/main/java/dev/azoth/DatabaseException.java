package dev.azoth;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The database or its driver refused something.
 *
 * <p>Carries what the server told ({@link #error()}) and, when a statement was running, its text and its masked parameters
 * ({@link #statement()}). The driver's own exception is the cause.
 */
public class DatabaseException extends AzothException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorFields error;
    private final transient @Nullable FailedStatement statement;

    /**
     * An exception for what a server reported.
     *
     * @param error     the server's fields
     * @param statement what was running, or null outside a statement
     * @param cause     the driver's exception
     */
    public DatabaseException(ErrorFields error, @Nullable FailedStatement statement, @Nullable Throwable cause) {
        super(FailedStatement.describe(error, statement), cause);
        this.error = error;
        this.statement = statement;
    }

    /** What the server and driver told about the error. */
    public ErrorFields error() {
        return error;
    }

    /** The statement that failed, if one was running. */
    public Optional<FailedStatement> statement() {
        return Optional.ofNullable(statement);
    }

    /** The index of the row that was refused, in a call with many rows; empty where the database cannot tell. */
    public OptionalInt row() {
        return statement == null || statement.row() < 0 ? OptionalInt.empty() : OptionalInt.of(statement.row());
    }
}
