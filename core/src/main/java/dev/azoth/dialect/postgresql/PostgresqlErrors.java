package dev.azoth.dialect.postgresql;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the driver's exceptions mean, by SQLSTATE as PostgreSQL's manual lists it in appendix A. */
final class PostgresqlErrors {
    /** What becomes of prepared statements where each transaction may meet another connection to the server. */
    private static final String NOT_PREPARED =
            "; behind a pooler of transactions, say prepareThreshold=0 in the URL, so that nothing is prepared on the server";

    private PostgresqlErrors() {}

    /** The driver gives statements names of this kind; those of others are their own business. */
    private static boolean isForgotten(@Nullable String state, String message) {
        return ("26000".equals(state) || "42P05".equals(state)) && message.contains("\"S_");
    }

    static ErrorFields of(SQLException exception) {
        SQLException told = exception;
        while (told.getSQLState() == null && told.getCause() instanceof SQLException cause) {
            told = cause;
        }
        String state = told.getSQLState();
        ServerReport report = ServerReport.of(told);
        return new ErrorFields(
                state == null ? ErrorKind.UNKNOWN : kind(state),
                isForgotten(state, report.message()) ? report.message() + NOT_PREPARED : report.message(),
                state,
                told.getErrorCode(),
                report.constraint(),
                report.table(),
                report.column());
    }

    private static ErrorKind kind(String state) {
        return switch (state) {
            case "23505" -> ErrorKind.UNIQUE;
            case "23503", "23001" -> ErrorKind.FOREIGN_KEY;
            case "23502" -> ErrorKind.NOT_NULL;
            case "23514" -> ErrorKind.CHECK;
            case "40001", "40P01" -> ErrorKind.CONFLICT;
            case "40002" -> ErrorKind.INTEGRITY;
            case "55P03", "57014" -> ErrorKind.TIMEOUT;
            // the server ends the connection with these: it shuts down, or the session or transaction was idle or open
            // for too long
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04" -> ErrorKind.DISCONNECTED;
            default -> ofClass(state.length() < 2 ? "" : state.substring(0, 2));
        };
    }

    private static ErrorKind ofClass(String stateClass) {
        return switch (stateClass) {
            case "08" -> ErrorKind.DISCONNECTED;
            case "28" -> ErrorKind.AUTHENTICATION;
            case "22" -> ErrorKind.DATA;
            case "23", "27", "44" -> ErrorKind.INTEGRITY;
            case "0A" -> ErrorKind.NOT_SUPPORTED;
            case "53", "55", "57", "58", "72", "F0", "40", "HV" -> ErrorKind.OPERATIONAL;
            case "XX" -> ErrorKind.INTERNAL;
            case "03",
                    "07",
                    "0B",
                    "0F",
                    "0L",
                    "0P",
                    "0Z",
                    "20",
                    "21",
                    "24",
                    "25",
                    "26",
                    "2B",
                    "2D",
                    "2F",
                    "34",
                    "38",
                    "39",
                    "3B",
                    "3D",
                    "3F",
                    "42",
                    "54" -> ErrorKind.PROGRAMMING;
            default -> ErrorKind.UNKNOWN;
        };
    }

    /** What is told beyond SQLSTATE. */
    record ServerReport(
            String message,
            @Nullable String constraint,
            @Nullable String table,
            @Nullable String column) {
        static ServerReport of(SQLException exception) {
            try {
                ServerReport report = PostgresqlServerReport.of(exception);
                if (report != null) {
                    return report;
                }
            } catch (LinkageError theDriverIsNotVisibleFromHere) {
                // it may have been loaded by another class loader; its message says enough
            }
            return new ServerReport(ofTheDriver(exception), null, null, null);
        }

        /** The driver's own errors name what went wrong in their cause only: {@code UnknownHostException: db.example}. */
        private static String ofTheDriver(SQLException exception) {
            String message = stripped(String.valueOf(exception.getMessage()));
            Throwable cause = exception.getCause();
            return cause == null || message.contains(String.valueOf(cause.getMessage()))
                    ? message
                    : message + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
        }

        static String stripped(String message) {
            return message.strip().replaceFirst("\\.$", "");
        }
    }
}
