package dev.azoth.engine;

import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.ReturnKey;
import dev.azoth.compile.StatementCache;
import dev.azoth.compile.StatementWalk;
import dev.azoth.dialect.BulkInsert;
import dev.azoth.sql.ColumnDefault;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows in few statements: with one array for each column where the database takes them, else with many rows in VALUES.
 *
 * <p>Databases do not promise to return rows in the order of the insert; a {@link Sentinel} brings them into it.
 */
final class BulkInserter<T> {
    private final StatementRunner runner;
    private final Engine engine;
    private final Insert<T> insert;

    BulkInserter(StatementRunner runner, Engine engine, Insert<T> insert) {
        this.runner = runner;
        this.engine = engine;
        this.insert = insert;
    }

    Result<T> insert(ParameterRows givenRows) {
        if (!insert.rows().isEmpty() || insert.query().isPresent()) {
            return new BulkInserter<>(runner, engine, insert.withoutValues())
                    .insert(SuppliedRows.withConstants(insert, givenRows));
        }
        ParameterRows rows = SuppliedRows.into(insert.table(), givenRows);
        Iterator<@Nullable Object[]> iterator = rows.rows().iterator();
        if (!iterator.hasNext()) {
            return Result.of(List.of(), 0);
        }
        engine.known().learn();
        BulkInsert limits = engine.dialect().bulkInsert(engine.server());
        RowColumns given = RowColumns.of(insert.table(), rows.names());
        List<ColumnReference<?>> columns = given.columns();
        Sentinel sentinel = SentinelChoice.of(insert, columns, limits.consecutiveKeys());
        Insert<?> prepared = insert.parameters(columns).completed(ColumnDefault::expression);
        if (engine.language().statements().returnsByQuery(prepared)) {
            ReturnKey key = ReturnKey.of(prepared, engine.server());
            ReturnedRows<T> returned = new ReturnedRows<>(runner, engine, insert, key, NamedValues.NONE);
            return new InsertedKeys<>(insert, returned)
                    .run(runner, engine, new ParameterRows(rows.names(), () -> iterator));
        }
        KeyedDecoder<T> decoder = new KeyedDecoder<>(insert, sentinel.columns());
        List<Selectable<?>> selected = decoder.selection();
        // without columns there is nothing to repeat: SQL has no more than one row of defaults in a statement
        boolean single = columns.isEmpty() || !sentinel.takesMany();
        Insert<?> complete = selected.size() > insert.returning().size() ? prepared.returning(selected) : prepared;
        StatementWalk walk = StatementWalk.of(complete);
        Optional<StatementCache.Found> arrays =
                single ? Optional.empty() : engine.known().compiledArrays(complete, walk, runner.options());
        int most = single ? 1 : arrays.isPresent() ? limits.rows() : limits.page(columns.size());
        if (runner.options().pageSize() > 0) {
            most = Math.min(most, runner.options().pageSize());
        }
        BulkPages<T> sent = new BulkPages<>(runner, part -> execution(arrays, complete, walk, part), decoder::of);
        List<T> all = new ArrayList<>();
        RowPages pages = new RowPages(iterator, most, arrays.isEmpty());
        int checked = 0;
        while (pages.hasNext()) {
            List<@Nullable Object[]> part = pages.next();
            check(given, part, checked);
            checked += part.size();
            List<Returned<T>> back = sent.send(part);
            sentinel.sorted(back, part).forEach(each -> all.add(each.value()));
        }
        return Result.of(all, sent.count());
    }

    /** Checks rows before they are sent, the first of which has that index. */
    private void check(RowColumns columns, List<@Nullable Object[]> rows, int first) {
        for (int i = 0; i < rows.size(); i++) {
            try {
                columns.checked(rows.get(i));
            } catch (IllegalArgumentException e) {
                throw Failures.refused(
                        e,
                        runner.failures()
                                .describe("INSERT INTO " + insert.table().name(), first + i));
            }
        }
    }

    private Execution execution(
            Optional<StatementCache.Found> arrays,
            Insert<?> prepared,
            StatementWalk walk,
            List<@Nullable Object[]> rows) {
        StatementCache.Found found =
                arrays.orElseGet(() -> engine.known().compiledRows(prepared, walk, rows.size(), runner.options()));
        List<ColumnReference<?>> columns = prepared.givenColumns();
        NamedValues named =
                arrays.isPresent() ? transposed(columns, rows) : new NamedValues.ByRow(columns.size(), rows);
        CompiledStatement compiled = found.statement();
        @Nullable Object[] values = GivenLists.none(walk.values());
        return new Execution(
                compiled,
                prepared,
                found.columns(prepared),
                values,
                named,
                compiled.sql(values),
                rows.size(),
                found.cached(),
                true);
    }

    private static NamedValues transposed(List<ColumnReference<?>> names, List<@Nullable Object[]> rows) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            List<@Nullable Object> column = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                column.add(row[i]);
            }
            columns.put(names.get(i).name(), column);
        }
        return new NamedValues.ByName(columns);
    }
}
