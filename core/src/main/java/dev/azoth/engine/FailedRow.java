package dev.azoth.engine;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorKind;
import dev.azoth.FailedStatement;
import java.util.EnumSet;
import java.util.Set;

/**
 * Finds the row for which a statement of many rows was refused, since databases do not tell: sends the first half again, and so on, up to
 * a savepoint to which it returns.
 */
final class FailedRow {
    /** The savepoint to which the search returns. */
    private static final String SAVEPOINT = "azoth_search";

    /** What a row can be refused for. */
    private static final Set<ErrorKind> OF_A_ROW = EnumSet.of(
            ErrorKind.UNIQUE,
            ErrorKind.FOREIGN_KEY,
            ErrorKind.NOT_NULL,
            ErrorKind.CHECK,
            ErrorKind.INTEGRITY,
            ErrorKind.DATA,
            ErrorKind.UNKNOWN);

    private final StatementRunner runner;
    private final Sending sending;

    /** Sends some of the rows, from one index to before another. */
    interface Sending {
        /**
         * Sends them.
         *
         * @param guarded whether the transaction must be usable after an error
         */
        void send(int from, int to, boolean guarded);
    }

    FailedRow(StatementRunner runner, Sending sending) {
        this.runner = runner;
        this.sending = sending;
    }

    /** Whether a row was at fault. */
    static boolean isOfARow(DatabaseException failure) {
        return OF_A_ROW.contains(failure.error().kind());
    }

    /**
     * The exception of the row. It leaves the transaction as a failed statement does.
     *
     * @param failure that of all the rows, none of which is inserted
     * @param rows    how many they are, at least two
     * @param first   the index of the first of them in the whole call
     */
    DatabaseException find(DatabaseException failure, int rows, int first) {
        runner.plain(runner.dialect().savepoint(SAVEPOINT));
        int good = 0;
        int bad = rows;
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (isSent(good, middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        try {
            sending.send(good, good + 1, false);
        } catch (DatabaseException e) {
            if (!isOfARow(e)) {
                throw e;
            }
            if (!runner.endsTransaction(e)) {
                undo();
            }
            return named(e, first + good);
        }
        undo();
        return failure; // it is no row by itself, but several together
    }

    private void undo() {
        runner.plain(runner.dialect().rollbackTo(SAVEPOINT));
        runner.plain(runner.dialect().release(SAVEPOINT));
    }

    private boolean isSent(int from, int to) {
        try {
            sending.send(from, to, true);
            return true;
        } catch (DatabaseException e) {
            if (!isOfARow(e)) {
                throw e;
            }
            return false;
        }
    }

    /** The same exception with the index of the row. */
    static DatabaseException named(DatabaseException failure, int row) {
        return failure.statement()
                .map(statement -> failure.error()
                        .kind()
                        .exception(
                                failure.error(),
                                new FailedStatement(
                                        statement.sql(),
                                        statement.parameters(),
                                        statement.dialect(),
                                        row,
                                        statement.caller()),
                                failure.getCause()))
                .orElse(failure);
    }
}
