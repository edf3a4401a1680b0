package dev.azoth.dialect.h2;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's exceptions mean, by the codes of {@code org.h2.api.ErrorCode}.
 *
 * <p>Names are in the message only, and with them values of the row, which are cut off: they may be ones that must not be logged.
 */
final class H2Errors {
    /** Quoted where H2 quotes it; the message as a whole has each quote doubled, which is undone before. */
    private static final String NAME = "(\"(?:[^\"]|\"\")*\"|[^\\s.\"(:]+)";

    private static final String QUALIFIED = "(?:" + NAME + "\\.)?" + NAME;
    private static final Pattern ARGUMENT = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    /** {@code public.uq_name INDEX public.uq_name_index_3 ON public.team(name NULLS FIRST) VALUES (…)}. */
    private static final Pattern UNIQUE = Pattern.compile(
            QUALIFIED + "(?: PRIMARY KEY| INDEX " + QUALIFIED + ")? ON " + QUALIFIED + "(\\(.*?\\)).*", Pattern.DOTALL);

    /** {@code fk_name: public.member FOREIGN KEY(team_id) REFERENCES public.team(id) (99)}. */
    private static final Pattern FOREIGN_KEY = Pattern.compile(
            "(.*?): " + QUALIFIED + " (FOREIGN KEY\\(.*?\\)) REFERENCES " + QUALIFIED + ".*", Pattern.DOTALL);

    private H2Errors() {}

    static ErrorFields of(SQLException exception) {
        int code = exception.getErrorCode();
        Optional<IOException> io = io(exception);
        if (io.isPresent()) {
            String failed = "IO Exception: " + io.get().getMessage();
            return fields(ErrorKind.OPERATIONAL, failed, exception, null, null, null);
        }
        String message = withoutStatement(String.valueOf(exception.getMessage()));
        Matcher quoted = ARGUMENT.matcher(message);
        String argument = quoted.find() ? quoted.group(1).replace("\"\"", "\"") : "";
        ErrorKind kind = kind(code, exception.getSQLState());
        return switch (kind) {
            case UNIQUE -> unique(argument, message, exception);
            case FOREIGN_KEY -> foreignKey(argument, message, exception);
            case CHECK ->
                fields(
                        kind,
                        "Check constraint violation: " + checkName(argument),
                        exception,
                        folded(checkName(argument)),
                        null,
                        null);
            case NOT_NULL -> fields(kind, message, exception, null, null, folded(argument));
            // the value stands in the second argument
            case DATA ->
                fields(
                        kind,
                        message.replaceFirst("(?s)(Value too long for column .*?)\": .*", "$1\""),
                        exception,
                        null,
                        null,
                        null);
            case PROGRAMMING -> fields(kind, message + hint(code, argument), exception, null, null, null);
            default -> fields(kind, message, exception, null, null, null);
        };
    }

    /** Of a file that cannot be written, H2 says only which one, or that there is a general error: the reason is the cause. */
    private static Optional<IOException> io(SQLException exception) {
        boolean vague = exception.getErrorCode() == 50000 || exception.getErrorCode() == 90028;
        Throwable cause = vague ? exception.getCause() : null;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof IOException io) {
                return Optional.of(io);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static ErrorFields fields(
            ErrorKind kind,
            String message,
            SQLException exception,
            @Nullable String constraint,
            @Nullable String table,
            @Nullable String column) {
        return new ErrorFields(
                kind, message, exception.getSQLState(), exception.getErrorCode(), constraint, table, column);
    }

    /** The driver appends {@code ; SQL statement:} with the statement, and the code in brackets. */
    private static String withoutStatement(String message) {
        int statement = message.indexOf("; SQL statement:");
        String own =
                statement < 0 ? message.replaceFirst("\\s*\\[\\d+-\\d+\\]\\s*$", "") : message.substring(0, statement);
        return own.strip().replaceFirst("\\.$", "");
    }

    private static ErrorFields unique(String argument, String message, SQLException exception) {
        Matcher parts = UNIQUE.matcher(argument);
        if (!parts.matches()) {
            return fields(ErrorKind.UNIQUE, message, exception, null, null, null);
        }
        boolean upper = "PUBLIC".equals(parts.group(1));
        String constraint = name(parts.group(2), upper);
        String table = name(parts.group(6), upper);
        return fields(
                ErrorKind.UNIQUE,
                "Unique index or primary key violation: " + constraint + " ON " + table + parts.group(7),
                exception,
                constraint,
                table,
                null);
    }

    private static ErrorFields foreignKey(String argument, String message, SQLException exception) {
        Matcher parts = FOREIGN_KEY.matcher(argument);
        if (!parts.matches()) {
            return fields(ErrorKind.FOREIGN_KEY, message, exception, null, null, null);
        }
        boolean upper = "PUBLIC".equals(parts.group(2));
        String constraint = upper ? folded(parts.group(1)) : parts.group(1);
        String table = name(parts.group(3), upper);
        return fields(
                ErrorKind.FOREIGN_KEY,
                "Referential integrity constraint violation: " + constraint + ": " + table + " " + parts.group(4)
                        + " REFERENCES " + name(parts.group(6), upper),
                exception,
                constraint,
                table,
                null);
    }

    private static String checkName(String argument) {
        int end = argument.lastIndexOf(": ");
        return end < 0 ? argument : argument.substring(0, end);
    }

    private static String name(String written, boolean upper) {
        if (written.startsWith("\"")) {
            return written.substring(1, written.length() - 1).replace("\"\"", "\"");
        }
        return upper ? folded(written) : written;
    }

    private static String folded(String stored) {
        return new H2Names(true).said(stored);
    }

    /** A file that another program made has its names in upper case. */
    private static String hint(int code, String name) {
        return code == 42103 && !name.isEmpty()
                ? "; add ;DATABASE_TO_UPPER=TRUE to the URL if another program made this database"
                : "";
    }

    private static ErrorKind kind(int code, @Nullable String state) {
        return switch (code) {
            case 23505 -> ErrorKind.UNIQUE;
            case 23503, 23506 -> ErrorKind.FOREIGN_KEY;
            case 23502 -> ErrorKind.NOT_NULL;
            case 23513 -> ErrorKind.CHECK;
            case 40001, 90131 -> ErrorKind.CONFLICT;
            case 50200, 57014 -> ErrorKind.TIMEOUT;
            case 28000 -> ErrorKind.AUTHENTICATION;
            // the connection is broken, or the database closed
            case 90067, 90098, 90121 -> ErrorKind.DISCONNECTED;
            // a file cannot be read, written or locked, a database does not exist, memory or disk are used up
            case 90007, 90013, 90020, 90024, 90028, 90029, 90031, 90034, 90100, 90108, 90135, 90146 ->
                ErrorKind.OPERATIONAL;
            case 50100 -> ErrorKind.NOT_SUPPORTED;
            case 50000, 90030 -> ErrorKind.INTERNAL;
            default -> ofClass(state == null || state.length() < 2 ? "" : state.substring(0, 2));
        };
    }

    /** H2's own states, of the classes 90 and HY, are about statements and names that it does not know. */
    private static ErrorKind ofClass(String stateClass) {
        return switch (stateClass) {
            case "08" -> ErrorKind.DISCONNECTED;
            case "22" -> ErrorKind.DATA;
            case "23" -> ErrorKind.INTEGRITY;
            case "0A" -> ErrorKind.NOT_SUPPORTED;
            case "07", "21", "42", "54", "90", "HY" -> ErrorKind.PROGRAMMING;
            default -> ErrorKind.UNKNOWN;
        };
    }
}
