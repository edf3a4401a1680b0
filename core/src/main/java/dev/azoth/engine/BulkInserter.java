package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.RowDecoder;
import dev.azoth.compile.StatementCache;
import dev.azoth.compile.StatementWalk;
import dev.azoth.dialect.BulkInsert;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows in few statements: with one array for each column where the database takes them, else with many rows in VALUES.
 *
 * <p>Databases do not promise to return rows in the order of the insert. So when the database numbers the rows, the number is returned
 * too and the rows are sorted by it: numbers are given in the order of the rows.
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

    Result<T> insert(ParameterRows rows) {
        Iterator<@Nullable Object[]> iterator = rows.rows().iterator();
        if (!iterator.hasNext()) {
            return Result.of(List.of(), 0);
        }
        if (!insert.rows().isEmpty() || insert.query().isPresent()) {
            throw new InvalidRequestException(
                    "the insert into " + insert.table().name()
                            + " has values of its own, which rows given to execute would replace: put them into each row");
        }
        engine.known().learn();
        List<ColumnReference<?>> columns = columns(rows.names());
        Optional<Column<?>> order = orderColumn(columns);
        Insert<?> prepared = insert.parameters(columns);
        int number = order.isPresent() ? numberIndex(order.get()) : -1;
        if (number == returned().size()) {
            List<Selectable<?>> more = new ArrayList<>(insert.returning());
            more.add(order.orElseThrow());
            prepared = prepared.returning(more);
        }
        BulkInsert limits = engine.dialect().bulkInsert(engine.server());
        StatementWalk walk = StatementWalk.of(prepared);
        // without columns there is nothing to repeat: SQL has no more than one row of defaults in a statement
        Optional<StatementCache.Found> arrays =
                columns.isEmpty() ? Optional.empty() : engine.known().compiledArrays(prepared, walk);
        int page = columns.isEmpty() ? 1 : arrays.isPresent() ? limits.rows() : limits.page(columns.size());
        List<T> all = new ArrayList<>();
        long count = 0;
        RowPages pages = new RowPages(iterator, page, arrays.isEmpty());
        while (pages.hasNext()) {
            List<@Nullable Object[]> part = checked(pages.next(), columns);
            StatementRunner.Execution execution = arrays.isPresent()
                    ? arrays(arrays.get(), prepared, walk.values(), rows.names(), part)
                    : values(prepared, walk, columns.size(), part);
            Result<Ordered<T>> result = runner.send(execution, 0, layout -> decoder(layout, number));
            List<Ordered<T>> returned = result.all();
            order.ifPresent(column -> returned.sort(Comparator.comparingLong(Ordered::number)));
            returned.forEach(each -> all.add(each.value()));
            count += result.rowCount() >= 0 ? result.rowCount() : returned.size();
        }
        return Result.of(all, count);
    }

    private List<ColumnReference<?>> columns(List<String> names) {
        List<ColumnReference<?>> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(insert.table().columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequestException(
                            "table " + insert.table().name() + " has no column " + name)));
        }
        return columns;
    }

    /** The column by which returned rows are brought into the order of the insert: the one that the database numbers. */
    private Optional<Column<?>> orderColumn(List<ColumnReference<?>> columns) {
        NamedTable table = insert.table();
        if (insert.returning().isEmpty()
                || insert.conflict().isPresent()
                || !(table instanceof Table declared)
                || engine.dialect().bulkInsert(engine.server()).consecutiveKeys()) {
            return Optional.empty();
        }
        return declared.identityColumn().filter(column -> !columns.contains(column));
    }

    private static List<@Nullable Object[]> checked(List<@Nullable Object[]> rows, List<ColumnReference<?>> columns) {
        for (@Nullable Object[] row : rows) {
            if (row.length != columns.size()) {
                throw new InvalidRequestException(
                        "a row has " + row.length + " values for the " + columns.size() + " columns " + columns);
            }
            for (int i = 0; i < row.length; i++) {
                Binder.checked(columns.get(i).name(), columns.get(i).type().javaType(), row[i]);
            }
        }
        return rows;
    }

    private static StatementRunner.Execution arrays(
            StatementCache.Found found,
            Insert<?> prepared,
            @Nullable Object[] values,
            List<String> names,
            List<@Nullable Object[]> rows) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            List<@Nullable Object> column = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                column.add(row[i]);
            }
            columns.put(names.get(i), column);
        }
        return execution(found, prepared, values, new NamedValues.ByName(columns), rows.size());
    }

    private StatementRunner.Execution values(
            Insert<?> prepared, StatementWalk walk, int width, List<@Nullable Object[]> rows) {
        StatementCache.Found found = engine.known().compiledRows(prepared, walk, rows.size());
        return execution(found, prepared, walk.values(), new NamedValues.ByRow(width, rows), rows.size());
    }

    private static StatementRunner.Execution execution(
            StatementCache.Found found, Insert<?> prepared, @Nullable Object[] values, NamedValues named, int rows) {
        CompiledStatement compiled = found.statement();
        return new StatementRunner.Execution(
                compiled,
                prepared,
                found.columns(prepared),
                values,
                named,
                compiled.sql(values),
                rows,
                found.cached(),
                true);
    }

    /** A returned row and the number by which it is sorted. */
    private record Ordered<T>(@Nullable T value, long number) {}

    private List<? extends Expression<?>> returned() {
        return insert.returning().stream()
                .flatMap(selectable -> selectable.expressions().stream())
                .toList();
    }

    /** Where the number comes in a returned row: where it was asked for, else behind all that was. */
    private int numberIndex(Column<?> order) {
        int index = returned().indexOf(order);
        return index < 0 ? returned().size() : index;
    }

    @SuppressWarnings("unchecked") // the insert's projection makes what its type parameter says
    private RowDecoder<Ordered<T>> decoder(RowLayout layout, int number) {
        RowDecoder<T> decoder = (RowDecoder<T>) RowDecoder.of(
                insert.projection(),
                insert.returning(),
                layout.columns().subList(0, returned().size()));
        return row -> new Ordered<>(decoder.decode(row), number < 0 ? 0 : row.getLong(number + 1));
    }
}
