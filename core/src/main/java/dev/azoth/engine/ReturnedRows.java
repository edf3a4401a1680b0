package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.ReturnKey;
import dev.azoth.schema.Column;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Dml;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.RowValue;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives back the rows that a statement changed on a database that has no RETURNING for it: they are locked or known by their keys, and read by a
 * query in the same transaction.
 */
final class ReturnedRows<T> {
    private static final int PAGE = 1_000;

    private final StatementRunner runner;
    private final Engine engine;
    private final Dml<T> statement;
    private final ReturnKey key;
    private final NamedValues named;

    ReturnedRows(StatementRunner runner, Engine engine, Dml<T> statement, ReturnKey key, NamedValues named) {
        this.key = key;
        this.runner = runner;
        this.engine = engine;
        this.statement = statement;
        this.named = named;
        if (runner.connection().isolation() == IsolationLevel.AUTOCOMMIT) {
            throw new InvalidRequestException(
                    engine.server().product()
                            + " has no RETURNING for this, and reads the rows by a statement of its own: that needs a transaction, and not AUTOCOMMIT");
        }
    }

    /** Runs a statement. */
    Result<T> run() {
        if (statement instanceof Insert<T> insert) {
            return new InsertedKeys<>(insert, this).run();
        } else if (statement instanceof Update<T> update) {
            return updated(update);
        }
        return deleted((Delete<T>) statement);
    }

    private Result<T> updated(Update<T> update) {
        List<List<@Nullable Object>> keys =
                List.copyOf(chosen(update, new KeyedDecoder<>(update.returning(List.of()), key.columns()))
                        .keySet());
        if (keys.isEmpty()) {
            return Result.of(List.of(), 0);
        }
        // one statement, since what it sets may be read of the table; the rows are known, and asked for the condition
        // again they could differ
        Update<?> changed = update.from().isEmpty() ? assigned(update) : update.returning(List.of());
        long count = run(changed.where(in(keys))).rowCount();
        return Result.of(read(keys), count);
    }

    private static Update<?> assigned(Update<?> update) {
        Update<?> all = Sql.update(update.table()).ext(pieces(update));
        for (Assignment<?> each : update.assignments()) {
            all = assigned(all, each);
        }
        return all;
    }

    private static SyntaxExtension[] pieces(RowChange<?> change) {
        return change.extensions().toArray(SyntaxExtension[]::new);
    }

    private static <V> Update<?> assigned(Update<?> update, Assignment<V> assignment) {
        return update.set(assignment.column(), assignment.value());
    }

    private Result<T> deleted(Delete<T> delete) {
        Map<List<@Nullable Object>, Returned<T>> rows = chosen(delete, new KeyedDecoder<>(statement, key.columns()));
        long count = 0;
        for (List<List<@Nullable Object>> page : pages(List.copyOf(rows.keySet()), PAGE)) {
            count += run(Sql.delete(delete.table()).ext(pieces(delete)).where(in(page)))
                    .rowCount();
        }
        return Result.of(rows.values().stream().map(Returned::value).toList(), count);
    }

    /** Locks the rows that a statement means, and gives them by their keys. */
    private <R> Map<List<@Nullable Object>, Returned<R>> chosen(RowChange<?> change, KeyedDecoder<R> decoder) {
        List<FromItem> from = new ArrayList<>(List.of(change.table()));
        from.addAll(change.from());
        Select<?> select = Sql.select(decoder.selection())
                .from(from.toArray(FromItem[]::new))
                .orderBy(change.orderBy().toArray(Ordering[]::new));
        select = change.where().isPresent() ? select.where(change.where().get()) : select;
        select = change.limit().isPresent() ? select.limit(change.limit().get()) : select;
        Map<List<@Nullable Object>, Returned<R>> found = new LinkedHashMap<>();
        Result<Returned<R>> rows = runner.run(select.forUpdate(), named, 0, decoder::of);
        rows.forEach(row -> found.putIfAbsent(row.sentinel(), row));
        return found;
    }

    /** The rows of keys, in their order. */
    List<T> read(List<List<@Nullable Object>> keys) {
        List<Column<?>> columns = key.columns();
        KeyedDecoder<T> decoder = new KeyedDecoder<>(statement, columns);
        Sentinel.Keyed order = new Sentinel.Keyed(
                columns, IntStream.range(0, columns.size()).boxed().toList());
        List<T> all = new ArrayList<>();
        boolean exact = columns.stream().allMatch(column -> SentinelChoice.isExact(column.type()));
        for (List<List<@Nullable Object>> page : pages(keys, exact ? PAGE : 1)) {
            List<Returned<T>> rows = new ArrayList<>(runner.run(
                            Sql.select(decoder.selection())
                                    .from(statement.table())
                                    .where(in(page))
                                    .forUpdate(),
                            named,
                            0,
                            decoder::of)
                    .all());
            order.sorted(rows, page.stream().map(List::toArray).toList()).forEach(each -> all.add(each.value()));
        }
        return all;
    }

    <R> Result<R> run(Dml<R> part) {
        return runner.run(part, named, 0, null);
    }

    NamedValues named() {
        return named;
    }

    ReturnKey key() {
        return key;
    }

    /** A value of the key in a row that is inserted. */
    Object known(Column<?> column, @Nullable Object value) {
        if (value == null) {
            throw new InvalidRequestException(engine.server().product()
                    + " has no RETURNING of an INSERT that gives null for " + column + ", by which its rows are found");
        }
        return value;
    }

    private static <E> List<List<E>> pages(List<E> all, int size) {
        List<List<E>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            pages.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return pages;
    }

    private Condition in(List<List<@Nullable Object>> keys) {
        List<Column<?>> columns = key.columns();
        return columns.size() == 1 ? in(columns.get(0), keys) : new RowValue(List.copyOf(columns)).in(keys);
    }

    private static <V> Condition in(ColumnReference<V> column, List<List<@Nullable Object>> keys) {
        return column.in(keys.stream()
                .map(key -> column.type().javaType().cast(key.get(0)))
                .toList());
    }
}
