package dev.azoth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statement that was running when a database refused something.
 *
 * @param sql        its text, whole; the message has no more than its beginning
 * @param parameters its parameters, cut and masked as in the log
 * @param dialect    the dialect it was written for
 * @param row        the index of the row in a call with many rows, or -1
 * @param caller     the first frame outside the library, which is the reader's own code
 */
public record FailedStatement(
        String sql,
        String parameters,
        String dialect,
        int row,
        @Nullable StackTraceElement caller) {
    private static final int LONGEST_IN_MESSAGE = 4_000;

    /** The caller's own frame, if the stack had one. */
    public Optional<StackTraceElement> callerFrame() {
        return Optional.ofNullable(caller);
    }

    /** A message is read by people and kept by logs; the whole text is there for programs. */
    private static String cut(String sql) {
        if (sql.length() <= LONGEST_IN_MESSAGE) {
            return sql;
        }
        int end = LONGEST_IN_MESSAGE - (Character.isHighSurrogate(sql.charAt(LONGEST_IN_MESSAGE - 1)) ? 1 : 0);
        return sql.substring(0, end) + "… " + (sql.length() - end) + " characters more";
    }

    static String describe(ErrorFields error, @Nullable FailedStatement statement) {
        StringBuilder text = new StringBuilder(error.message());
        if (statement != null) {
            text.append("\n  statement   ").append(cut(statement.sql()));
            if (!statement.parameters().isEmpty()) {
                text.append("\n  parameters  ").append(statement.parameters());
            }
            if (statement.row() >= 0) {
                text.append("\n  row         ").append(statement.row());
            }
            if (statement.caller() != null) {
                text.append("\n  called at   ").append(statement.caller());
            }
            text.append("\n  dialect     ").append(statement.dialect());
        }
        if (error.constraint() != null) {
            text.append("\n  constraint  ").append(error.constraint());
        }
        if (error.sqlState() != null || error.vendorCode() != 0) {
            text.append("\n  code        ")
                    .append(error.sqlState())
                    .append(" / ")
                    .append(error.vendorCode());
        }
        return text.toString();
    }
}
