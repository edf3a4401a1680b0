package dev.azoth.engine;

import dev.azoth.DataException;
import dev.azoth.DatabaseException;
import dev.azoth.compile.RowDecoder;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends the pages of an insert of many rows, counts what was inserted, and says of which row a refusal is. */
final class BulkPages<T> {
    private final StatementRunner runner;
    private final Function<List<@Nullable Object[]>, Execution> statement;
    private final Function<RowLayout, RowDecoder<Returned<T>>> decoder;
    private long count;
    private int first;

    /**
     * Pages of a statement.
     *
     * @param statement the statement with the values of some rows
     * @param decoder   reads what it returns
     */
    BulkPages(
            StatementRunner runner,
            Function<List<@Nullable Object[]>, Execution> statement,
            Function<RowLayout, RowDecoder<Returned<T>>> decoder) {
        this.runner = runner;
        this.statement = statement;
        this.decoder = decoder;
    }

    /** How many rows were inserted or changed so far. */
    long count() {
        return count;
    }

    /** Sends a page, and gives what it returns, in the order of the database. */
    List<Returned<T>> send(List<@Nullable Object[]> rows) {
        boolean several = rows.size() > 1 && runner.isGuarding();
        try {
            Result<Returned<T>> result = execute(rows, several);
            List<Returned<T>> returned = result.all();
            count += result.rowCount() >= 0 ? result.rowCount() : returned.size();
            first += rows.size();
            return returned;
        } catch (DatabaseException e) {
            if (!FailedRow.isOfARow(e)) {
                throw e;
            } else if (rows.size() == 1) {
                throw FailedRow.named(e, first);
            } else if (!(e.getCause() instanceof SQLException)) {
                throw unsent(e, rows);
            } else if (several) {
                throw new FailedRow(
                                runner,
                                (from, to, guarded) ->
                                        execute(rows.subList(from, to), guarded).close())
                        .find(e, rows.size(), first);
            }
            throw e;
        }
    }

    private Result<Returned<T>> execute(List<@Nullable Object[]> rows, boolean guarded) {
        Execution execution = statement.apply(rows);
        return guarded ? runner.sendGuarded(execution, decoder) : runner.send(execution, 0, decoder);
    }

    /** The exception of the row with a value that a codec refused, before anything was sent. */
    private DatabaseException unsent(DatabaseException failure, List<@Nullable Object[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            try {
                runner.bound(statement.apply(rows.subList(i, i + 1)));
            } catch (DataException e) {
                return FailedRow.named(e, first + i);
            }
        }
        return failure;
    }
}
