package dev.azoth.dialect.mysql;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the drivers' exceptions mean, by the servers' own numbers: many of them share the SQLSTATE HY000. The names of constraint, table
 * and column are in the messages only. The value of a key that is there twice is left out: it may be one that must not be logged.
 */
final class MysqlErrors {
    /** MariaDB's driver puts the connection's number in front, MySQL's "Data truncation". */
    private static final Pattern PREFIX = Pattern.compile("^(\\(conn=-?\\d+\\) |Data truncation: )+");

    /** MySQL has the table in front of the key; a name may have quotes in it, so the last ones end it. */
    private static final List<Pattern> CONSTRAINT = List.of(
            Pattern.compile("for key '(?:[^'.]+\\.)?([^']+)'", Pattern.DOTALL),
            Pattern.compile("CONSTRAINT [`]((?:[^`]|``)+)[`]", Pattern.DOTALL),
            Pattern.compile("[Cc]heck constraint '(.+)' is violated", Pattern.DOTALL));

    private static final List<Pattern> TABLE = List.of(
            Pattern.compile("for key '([^'.]+)\\."),
            Pattern.compile("constraint fails \\([`\"](?:[^`\"]+)[`\"]\\.[`\"]([^`\"]+)"),
            Pattern.compile("failed for `[^`]+`\\.`([^`]+)`"),
            Pattern.compile("Table '(?:[^'.]+\\.)?([^']+)' doesn't exist"),
            Pattern.compile("Unknown table '(?:[^'.]+\\.)?([^']+)'"),
            Pattern.compile("for column `[^`]*`\\.`([^`]+)`\\.`"));

    private static final List<Pattern> COLUMN = List.of(
            Pattern.compile("for column `[^`]*`\\.`[^`]+`\\.`([^`]+)`"),
            Pattern.compile("for column '([^']+)'"),
            Pattern.compile("Column '([^']+)' cannot be null"),
            Pattern.compile("Field '([^']+)' doesn't have a default"),
            Pattern.compile("Unknown column '([^']+)'"));

    private static final int TABLE_FULL = 1114;
    private static final String FULL =
            " (its disk may be full, its tablespace, or, in memory, max_heap_table_size be reached)";

    private MysqlErrors() {}

    static ErrorFields of(SQLException exception) {
        SQLException told = exception;
        while (told.getErrorCode() == 0
                && told.getSQLState() == null
                && told.getCause() instanceof SQLException cause) {
            told = cause;
        }
        String message = PREFIX.matcher(String.valueOf(told.getMessage()))
                .replaceFirst("")
                .replaceFirst("(?s)^Duplicate entry '.*' for key ", "Duplicate entry for key ")
                .replaceFirst("\\.$", "");
        return new ErrorFields(
                kind(told, message),
                told.getErrorCode() == TABLE_FULL ? message + FULL : message,
                told.getSQLState(),
                told.getErrorCode(),
                first(CONSTRAINT, message),
                first(TABLE, message),
                first(COLUMN, message));
    }

    private static @Nullable String first(List<Pattern> patterns, String message) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(message);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private static ErrorKind kind(SQLException exception, String message) {
        if (exception instanceof SQLTimeoutException) {
            return ErrorKind.TIMEOUT;
        }
        ErrorKind ofCode = MysqlErrorCodes.kind(exception.getErrorCode());
        if (ofCode != ErrorKind.UNKNOWN) {
            return ofCode;
        }
        boolean lost = exception instanceof SQLRecoverableException
                || exception instanceof SQLNonTransientConnectionException
                || exception instanceof SQLTransientConnectionException;
        if (lost) {
            return ErrorKind.DISCONNECTED;
        }
        if (message.startsWith("Streaming result set")) {
            return ErrorKind.PROGRAMMING;
        }
        String state = exception.getSQLState();
        return state == null || state.length() < 2 ? ErrorKind.UNKNOWN : ofState(state.substring(0, 2));
    }

    private static ErrorKind ofState(String stateClass) {
        return switch (stateClass) {
            case "08" -> ErrorKind.DISCONNECTED;
            case "0A" -> ErrorKind.NOT_SUPPORTED;
            case "21", "25", "3D", "3F", "42" -> ErrorKind.PROGRAMMING;
            case "22" -> ErrorKind.DATA;
            case "23" -> ErrorKind.INTEGRITY;
            case "28" -> ErrorKind.AUTHENTICATION;
            case "40" -> ErrorKind.CONFLICT;
            case "70" -> ErrorKind.TIMEOUT;
            default -> ErrorKind.UNKNOWN;
        };
    }
}
