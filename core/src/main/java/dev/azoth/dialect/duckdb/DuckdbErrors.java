package dev.azoth.dialect.duckdb;

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
 * <p>They have neither a SQLSTATE nor a code, but a message that begins with the sort of the error: {@code Constraint Error: Duplicate
 * key "id: 1" violates primary key constraint.} Of a constraint that is broken they tell the columns with the row's values, which are
 * left out here, and the table only sometimes.
 */
final class DuckdbErrors {
    private static final Pattern MESSAGE = Pattern.compile("([A-Z][A-Za-z ]*?) Error: (.*)", Pattern.DOTALL);
    private static final Pattern KEY =
            Pattern.compile("[Kk]ey \"(.*)\" (violates|is still referenced|does not exist)", Pattern.DOTALL);
    private static final Pattern KEY_COLUMN = Pattern.compile("([^:,]+): [^,]*(, .*)?", Pattern.DOTALL);
    private static final Pattern NOT_NULL = Pattern.compile("NOT NULL constraint failed: (.*)\\.(.*)", Pattern.DOTALL);
    private static final Pattern CHECK =
            Pattern.compile("CHECK constraint failed on table (.*) with expression", Pattern.DOTALL);
    private static final Pattern NO_TABLE = Pattern.compile("Table with name (.*) does not exist", Pattern.DOTALL);
    private static final Pattern NO_COLUMN = Pattern.compile(
            "(?:Referenced column|does not have a column named|column with name) \"([^\"]*)\"", Pattern.DOTALL);

    /** What the driver's appender puts before what breaks a constraint, in the place of the sort. */
    private static final String APPENDED = "Failed to append: ";

    private DuckdbErrors() {}

    static ErrorFields of(SQLException exception) {
        String message =
                String.valueOf(exception.getMessage()).strip().replaceFirst("^" + APPENDED, "Constraint Error: ");
        Matcher parts = MESSAGE.matcher(message);
        if (!parts.matches()) {
            return fields(ofTheDriver(message), message, exception, null, null);
        }
        String sort = parts.group(1);
        String own = parts.group(2).strip();
        ErrorKind kind = kind(sort, own);
        return switch (kind) {
            case UNIQUE, FOREIGN_KEY -> key(kind, own, exception);
            case NOT_NULL -> {
                Matcher column = NOT_NULL.matcher(own);
                boolean known = column.find();
                yield fields(
                        kind,
                        own,
                        exception,
                        known ? unquoted(column.group(1)) : null,
                        known ? unquoted(column.group(2)) : null);
            }
            case CHECK -> fields(kind, own, exception, first(CHECK, own), null);
            default -> fields(kind, plain(own), exception, first(NO_TABLE, own), first(NO_COLUMN, own));
        };
    }

    private static ErrorFields fields(
            ErrorKind kind, String message, SQLException exception, @Nullable String table, @Nullable String column) {
        return new ErrorFields(kind, message, exception.getSQLState(), exception.getErrorCode(), null, table, column);
    }

    /** The message without the row's values, and the column if it is one. */
    private static ErrorFields key(ErrorKind kind, String message, SQLException exception) {
        Matcher key = KEY.matcher(message);
        if (!key.find()) {
            String named = message.replaceFirst("(?s)(duplicate key) \".*\"", "$1");
            return fields(kind, named, exception, null, null);
        }
        String values = key.group(1);
        Matcher column = KEY_COLUMN.matcher(values);
        boolean single = column.matches() && column.group(2) == null;
        return fields(kind, summary(kind, message, names(values)), exception, null, single ? column.group(1) : null);
    }

    private static String names(String values) {
        return values.replaceAll("([^:,]+): .*?(?=, [^:,]+: |$)", "$1");
    }

    private static String summary(ErrorKind kind, String message, String columns) {
        if (kind == ErrorKind.UNIQUE) {
            return "duplicate key (" + columns + ") violates "
                    + (message.contains("primary key") ? "primary key" : "unique") + " constraint";
        } else if (message.contains("still referenced")) {
            return "the row is still referenced by (" + columns + ") of another table, at least in what is committed"
                    + " (DuckDB compares with that, and takes a change of an indexed column for a deletion:"
                    + " commit the deletion of what refers to the row first, or create tables with ?foreign_keys=off in the URL)";
        }
        return "the row that a foreign key refers to by (" + columns + ") does not exist";
    }

    /** The text before the copy of the statement, which has its place marked. */
    private static String plain(String message) {
        return message.replaceFirst("(?s)\\s*\\n\\s*(LINE \\d+:|Database is launched|Possible solutions).*", "")
                .replaceAll("\\s*\\n\\s*", " ")
                .strip();
    }

    private static @Nullable String first(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? unquoted(matcher.group(1)) : null;
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name;
    }

    static boolean isWithoutTransaction(SQLException exception) {
        return String.valueOf(exception.getMessage()).contains("no transaction is active");
    }

    private static ErrorKind kind(String sort, String message) {
        return switch (sort) {
            case "Constraint" -> ofConstraint(message);
            case "Conversion",
                    "Out of Range",
                    "Invalid Input",
                    "Mismatch Type",
                    "Invalid Type",
                    "Decimal",
                    "Divide by Zero",
                    "Sequence",
                    "Parameter Not Resolved",
                    "Parameter Not Allowed" -> ErrorKind.DATA;
            case "Parser",
                    "Syntax",
                    "Binder",
                    "Catalog",
                    "Planner",
                    "Expression",
                    "Dependency",
                    "Permission",
                    "Settings",
                    "Scheduler" -> ErrorKind.PROGRAMMING;
            case "Not implemented" -> ErrorKind.NOT_SUPPORTED;
            case "TransactionContext" -> ofTransaction(message);
            case "INTERRUPT", "Interrupt" -> ErrorKind.TIMEOUT;
            case "IO", "Out of Memory", "HTTP", "Network", "Missing Extension", "Autoload" -> ErrorKind.OPERATIONAL;
            case "Connection" -> ErrorKind.OPERATIONAL;
            case "FATAL" -> ErrorKind.DISCONNECTED;
            case "INTERNAL", "Serialization", "Optimizer", "Index" -> ErrorKind.INTERNAL;
            default -> ErrorKind.UNKNOWN;
        };
    }

    private static ErrorKind ofConstraint(String message) {
        if (message.contains("foreign key constraint")) {
            return ErrorKind.FOREIGN_KEY;
        } else if (message.startsWith("NOT NULL")) {
            return ErrorKind.NOT_NULL;
        } else if (message.startsWith("CHECK")) {
            return ErrorKind.CHECK;
        }
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("duplicate key") || lower.contains("unique constraint")
                ? ErrorKind.UNIQUE
                : ErrorKind.INTEGRITY;
    }

    private static ErrorKind ofTransaction(String message) {
        return message.toLowerCase(Locale.ROOT).contains("conflict") ? ErrorKind.CONFLICT : ErrorKind.PROGRAMMING;
    }

    private static ErrorKind ofTheDriver(String message) {
        return message.equals("Connection was closed") ? ErrorKind.DISCONNECTED : ErrorKind.UNKNOWN;
    }
}
