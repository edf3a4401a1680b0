package dev.azoth.dialect.sqlite;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's exceptions mean.
 *
 * <p>The driver has only SQLite's primary result code as the vendor code. The extended code is the name that its messages begin with:
 * {@code [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed (UNIQUE constraint failed: t.name)}. What is in the parentheses is SQLite's
 * own message.
 */
final class SqliteErrors {
    private static final Pattern MESSAGE =
            Pattern.compile("\\[SQLITE_(\\w+)\\]\\s*(.*?)(?: \\((.*)\\))?", Pattern.DOTALL);
    private static final Pattern COLUMNS =
            Pattern.compile("constraint failed: ([^,]+)\\.([^,.]+)((?:, .*)?)", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("constraint failed: index '(.*)'", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("CHECK constraint failed: (.*)", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("no such table: (.*)", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("(?:no such column: |has no column named )(.*)", Pattern.DOTALL);

    private SqliteErrors() {}

    static ErrorFields of(SQLException exception) {
        String message = String.valueOf(exception.getMessage()).strip();
        Matcher parts = MESSAGE.matcher(message);
        if (!parts.matches()) {
            return new ErrorFields(
                    ofTheDriver(message), message, exception.getSQLState(), exception.getErrorCode(), null, null, null);
        }
        String code = parts.group(1);
        String own = parts.group(3) == null ? parts.group(2) : parts.group(3);
        Matcher columns = COLUMNS.matcher(own);
        boolean named = columns.find() && code.startsWith("CONSTRAINT") && !code.equals("CONSTRAINT_CHECK");
        return new ErrorFields(
                kind(code, own),
                own + hint(code),
                exception.getSQLState(),
                exception.getErrorCode(),
                code.equals("CONSTRAINT_CHECK") ? first(NAMED, own) : first(INDEX, own),
                named ? columns.group(1) : first(TABLE, own),
                named ? (columns.group(3).isEmpty() ? columns.group(2) : null) : first(COLUMN, own));
    }

    private static String hint(String code) {
        if (code.equals("FULL")) {
            return " (free space on its disk, or raise max_page_count)";
        }
        return code.startsWith("CANTOPEN") ? " (its folder may be missing, or may not be written to)" : "";
    }

    private static @Nullable String first(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static ErrorKind kind(String code, String message) {
        return switch (code) {
            case "CONSTRAINT_UNIQUE", "CONSTRAINT_PRIMARYKEY", "CONSTRAINT_ROWID" -> ErrorKind.UNIQUE;
            case "CONSTRAINT_FOREIGNKEY" -> ErrorKind.FOREIGN_KEY;
            case "CONSTRAINT_NOTNULL" -> ErrorKind.NOT_NULL;
            case "CONSTRAINT_CHECK" -> ErrorKind.CHECK;
            case "CONSTRAINT_DATATYPE", "MISMATCH", "TOOBIG" -> ErrorKind.DATA;
            // a reader's snapshot is older than what another has committed: it cannot become a writer, and must begin
            // anew; and of two readers that would both become writers one is refused at once, with no waiting, as plain
            // BUSY
            case "BUSY_SNAPSHOT", "BUSY", "SCHEMA", "ABORT_ROLLBACK" -> ErrorKind.CONFLICT;
            case "INTERRUPT" -> ErrorKind.TIMEOUT;
            case "MISUSE", "RANGE", "AUTH" -> ErrorKind.PROGRAMMING;
            case "NOMEM", "FULL", "PROTOCOL", "NOLFS", "PERM", "NOTADB" -> ErrorKind.OPERATIONAL;
            case "ERROR" -> ofStatement(message);
            default -> ofFamily(code);
        };
    }

    private static ErrorKind ofFamily(String code) {
        if (code.startsWith("CONSTRAINT")) {
            return ErrorKind.INTEGRITY;
        } else if (code.startsWith("BUSY") || code.startsWith("LOCKED")) {
            return ErrorKind.TIMEOUT;
        } else if (code.startsWith("IOERR") || code.startsWith("READONLY") || code.startsWith("CANTOPEN")) {
            return ErrorKind.OPERATIONAL;
        } else if (code.startsWith("CORRUPT") || code.equals("INTERNAL") || code.equals("FORMAT")) {
            return ErrorKind.INTERNAL;
        }
        return ErrorKind.UNKNOWN;
    }

    /** The plain SQLITE_ERROR is mostly of a statement that cannot be prepared; a few are of values, when it runs. */
    private static ErrorKind ofStatement(String message) {
        return message.equals("integer overflow")
                        || message.startsWith("malformed JSON")
                        || message.startsWith("domain error")
                ? ErrorKind.DATA
                : ErrorKind.PROGRAMMING;
    }

    private static ErrorKind ofTheDriver(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("closed") && (lower.contains("database") || lower.contains("connection"))) {
            return ErrorKind.DISCONNECTED;
        }
        return lower.startsWith("opening db") || lower.startsWith("path to")
                ? ErrorKind.OPERATIONAL
                : ErrorKind.UNKNOWN;
    }
}
