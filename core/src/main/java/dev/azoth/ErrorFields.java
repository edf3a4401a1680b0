package dev.azoth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server told about an error.
 *
 * @param kind       the class of error, as the dialect understood it
 * @param message    the server's message, without a trailing period or newline
 * @param sqlState   the five characters of SQLSTATE, or null where the driver has none
 * @param vendorCode the server's own number, 0 where it has none
 * @param constraint the broken constraint's name, where the server tells it
 * @param table      the table concerned, where the server tells it
 * @param column     the column concerned, where the server tells it
 */
public record ErrorFields(
        ErrorKind kind,
        String message,
        @Nullable String sqlState,
        int vendorCode,
        @Nullable String constraint,
        @Nullable String table,
        @Nullable String column) {

    /** Fields for an error of which only kind and message are known. */
    public static ErrorFields of(ErrorKind kind, String message) {
        return new ErrorFields(kind, message, null, 0, null, null, null);
    }

    /** The broken constraint's name, where the server tells it. */
    public Optional<String> constraintName() {
        return Optional.ofNullable(constraint);
    }
}
