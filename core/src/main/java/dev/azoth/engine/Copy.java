package dev.azoth.engine;

import dev.azoth.DatabaseException;
import dev.azoth.dialect.RowLoader;
import dev.azoth.event.StatementEvent;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Sql;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
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
        Optional<RowLoader> loader = computed
                ? Optional.empty()
                : engine.dialect()
                        .loader(table, columns.columns(), engine.known().language(runner.options()));
        if (loader.isPresent()
                && runner.translating(
                        () -> loader.get().fits(runner.connection().begun()))) {
            return loader.get().page() == Integer.MAX_VALUE
                    ? load(loader.get(), columns.checked(iterator))
                    : loadPages(loader.get(), table, columns, iterator);
        }
        return insert(table, new ParameterRows(rows.names(), () -> iterator));
    }

    private long insert(NamedTable table, ParameterRows rows) {
        return new BulkInserter<>(runner, engine, Sql.insert(table))
                .insert(rows)
                .rowCount();
    }

    private long loadPages(RowLoader loader, NamedTable table, RowColumns columns, Iterator<@Nullable Object[]> rows) {
        RowPages pages = new RowPages(rows, loader.page(), false);
        long count = 0;
        int first = 0;
        while (pages.hasNext()) {
            List<@Nullable Object[]> page = pages.next();
            count += loadPage(loader, table, columns, page, first);
            first += page.size();
        }
        return count;
    }

    /** Loads rows before which others were loaded. */
    private long loadPage(
            RowLoader loader, NamedTable table, RowColumns columns, List<@Nullable Object[]> page, int first) {
        try {
            long loaded = load(loader, columns.checked(page.iterator()));
            return loaded == RowLoader.REFUSED ? insert(table, ParameterRows.of(columns.columns(), page)) : loaded;
        } catch (DatabaseException e) {
            throw e.row().isPresent() ? FailedRow.named(e, first + e.row().getAsInt()) : e;
        }
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
            runner.connection()
                    .observers()
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
