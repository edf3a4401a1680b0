package dev.azoth.engine;

import dev.azoth.dialect.RowLoader;
import dev.azoth.event.StatementEvent;
import dev.azoth.sql.Insert;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads many rows into a table by the fastest way that its database has: a {@link RowLoader}, else an insert of many rows. */
final class Copy {
    private final StatementRunner runner;
    private final Engine engine;

    Copy(StatementRunner runner, Engine engine) {
        this.runner = runner;
        this.engine = engine;
    }

    long run(NamedTable table, ParameterRows given) {
        engine.known().learn();
        ParameterRows rows = SuppliedRows.into(table, given);
        Iterator<@Nullable Object[]> iterator = rows.rows().iterator();
        if (!iterator.hasNext()) {
            return 0;
        }
        RowColumns columns = RowColumns.of(table, rows.names());
        boolean computed = table.defaults().insert().stream()
                .anyMatch(each -> !columns.columns().contains(each.column()));
        Optional<RowLoader> loader =
                computed ? Optional.empty() : engine.dialect().loader(table, columns.columns(), engine.language());
        if (loader.isPresent()
                && runner.translating(
                        () -> loader.get().fits(runner.connection().begun()))) {
            return load(loader.get(), columns.checked(iterator));
        }
        Insert<Row> insert = Sql.insert(table);
        return new BulkInserter<>(runner, engine, insert)
                .insert(new ParameterRows(rows.names(), () -> iterator))
                .rowCount();
    }

    private long load(RowLoader loader, RowColumns.Counted rows) {
        String sql = loader.sql();
        long began = System.nanoTime();
        RuntimeException failed = null;
        try {
            return loader.load(runner.connection().begun(), rows);
        } catch (SQLException e) {
            failed = runner.failures().of(e, sql, loader.failedRow(e).orElse(-1));
            throw failed;
        } catch (IllegalArgumentException | ClassCastException e) {
            failed = Failures.refused(e, runner.failures().describe(sql, rows.count() - 1));
            throw failed;
        } catch (RuntimeException e) {
            failed = e;
            throw e;
        } finally {
            engine.observers()
                    .tell(new StatementEvent(
                            runner.options().label().orElse(null),
                            sql,
                            () -> "",
                            rows.count(),
                            false,
                            System.nanoTime() - began,
                            failed));
        }
    }
}
