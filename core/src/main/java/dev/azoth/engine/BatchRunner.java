package dev.azoth.engine;

import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.StatementCache;
import dev.azoth.compile.StatementWalk;
import dev.azoth.sql.Dml;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a statement for each row of parameters, in batches of the driver. */
final class BatchRunner {
    private static final int BATCH_ROWS = 1_000;

    private final StatementRunner runner;
    private final Engine engine;

    BatchRunner(StatementRunner runner, Engine engine) {
        this.runner = runner;
        this.engine = engine;
    }

    /** How many rows of the table each row of parameters changed. */
    int[] run(Dml<?> given, ParameterRows givenRows) {
        engine.known().learn();
        SuppliedRows.Completed completed = SuppliedRows.of(given, givenRows);
        Dml<?> statement = completed.statement();
        ParameterRows rows = completed.rows();
        StatementWalk walk = StatementWalk.of(statement);
        StatementCache.Found found = engine.known().compiled(statement, walk, runner.options());
        @Nullable Object[] values = GivenLists.none(walk.values());
        RowPages pages = new RowPages(rows.rows().iterator(), BATCH_ROWS, false);
        int[] counts = new int[0];
        while (pages.hasNext()) {
            int[] some = batchPart(statement, found, values, new BatchRows(rows.names(), pages.next()), counts.length);
            int before = counts.length;
            counts = Arrays.copyOf(counts, before + some.length);
            System.arraycopy(some, 0, counts, before, some.length);
        }
        return counts;
    }

    private int[] batchPart(
            Dml<?> statement, StatementCache.Found found, @Nullable Object[] values, BatchRows rows, int firstRow) {
        CompiledStatement compiled = found.statement();
        Execution part = new Execution(
                        compiled,
                        statement,
                        List.of(),
                        values,
                        rows,
                        compiled.sql(values),
                        rows.rows().size(),
                        found.cached(),
                        false)
                .sending(runner.connection().observers());
        return runner.timed(part, () -> {
            rows.start();
            try (PreparedStatement prepared = runner.connection().begun().prepareStatement(part.sql())) {
                if (!engine.dialect().sendsBatches()) {
                    return oneByOne(prepared, part, rows, firstRow);
                }
                while (rows.next()) {
                    runner.bind(prepared, part, firstRow + rows.current());
                    prepared.addBatch();
                }
                return limited(prepared, prepared::executeBatch);
            } catch (BatchUpdateException e) {
                int failed = engine.dialect().failedRow(e).orElse(rows.rows().size());
                rows.show(failed);
                throw runner.failures().of(e, part, rows.isOfNoRow() ? -1 : firstRow + failed, true);
            }
        });
    }

    private <R> R limited(PreparedStatement prepared, Timeout.Call<R> call) throws SQLException {
        try (Timeout timeout = Timeout.of(prepared, runner.options())) {
            return Timeout.limited(timeout, call);
        }
    }

    private int[] oneByOne(PreparedStatement prepared, Execution part, BatchRows rows, int firstRow)
            throws SQLException {
        int[] counts = new int[rows.rows().size()];
        while (rows.next()) {
            runner.bind(prepared, part, firstRow + rows.current());
            try {
                counts[rows.current()] = limited(prepared, prepared::executeUpdate);
            } catch (SQLException e) {
                throw runner.failures().of(e, part, firstRow + rows.current(), true);
            }
        }
        return counts;
    }
}
