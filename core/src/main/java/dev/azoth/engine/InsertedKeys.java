package dev.azoth.engine;

import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inserts rows of which the keys are known, by the database's numbers or since they were given, and reads them by these. */
final class InsertedKeys<T> {
    private final Insert<T> insert;
    private final ReturnedRows<T> rows;

    InsertedKeys(Insert<T> insert, ReturnedRows<T> rows) {
        this.insert = insert;
        this.rows = rows;
    }

    /** Inserts the rows of the statement. */
    Result<T> run() {
        if (insert.query().isPresent()) {
            throw rows.refused("of an INSERT of a query's rows");
        }
        List<Column<?>> key = key();
        Optional<Column<?>> number = number(key, insert.columns());
        if (number.isPresent()) {
            return numbered(key, rows.run(insert.returning(number.get())));
        }
        List<List<@Nullable Object>> keys = new ArrayList<>();
        for (Insert.Values row : insert.rows()) {
            keys.add(key.stream().map(column -> value(column, row)).toList());
        }
        long count = rows.run(insert.returning(List.of())).rowCount();
        return Result.of(rows.read(key, keys), count);
    }

    /** Inserts rows that were given beside it. */
    Result<T> run(StatementRunner runner, Engine engine, ParameterRows given) {
        List<Column<?>> key = key();
        List<ColumnReference<?>> columns =
                RowColumns.of(insert.table(), given.names()).columns();
        Optional<Column<?>> number = number(key, columns);
        if (number.isPresent()) {
            return numbered(key, new BulkInserter<>(runner, engine, insert.returning(number.get())).insert(given));
        }
        if (!columns.containsAll(key)) {
            throw rows.refused("of an INSERT whose rows do not have the key " + key);
        }
        List<Integer> places = key.stream().map(columns::indexOf).toList();
        List<List<@Nullable Object>> keys = new ArrayList<>();
        ParameterRows noted =
                new ParameterRows(given.names(), () -> noting(given.rows().iterator(), places, keys));
        long count = new BulkInserter<>(runner, engine, insert.returning(List.of()))
                .insert(noted)
                .rowCount();
        return Result.of(rows.read(key, keys), count);
    }

    private Result<T> numbered(List<Column<?>> key, Result<?> numbers) {
        List<List<@Nullable Object>> keys = new ArrayList<>();
        numbers.forEach(each -> keys.add(List.of(each)));
        return Result.of(rows.read(key, keys), keys.size());
    }

    /** The columns by which rows are found: of an upsert those of its key, since it may keep the rest of a row. */
    private List<Column<?>> key() {
        Optional<Conflict> conflict = insert.conflict();
        if (conflict.isEmpty()) {
            return rows.primaryKey();
        }
        if (conflict.get().update().isEmpty() || conflict.get().where() != null) {
            throw rows.refused("of an upsert that leaves rows alone");
        }
        List<Column<?>> key = new ArrayList<>();
        for (ColumnReference<?> column : conflict.get().key()) {
            if (!(column instanceof Column<?> declared)
                    || !conflict.get().update().stream().allMatch(each -> SentinelChoice.keeps(each, declared))) {
                throw rows.refused("of an upsert that changes its key");
            }
            key.add(declared);
        }
        if (key.isEmpty()) {
            throw rows.refused("of an upsert that names no key");
        }
        return key;
    }

    private Optional<Column<?>> number(List<Column<?>> key, List<ColumnReference<?>> given) {
        Optional<Column<?>> number = insert.table() instanceof Table table ? table.identityColumn() : Optional.empty();
        return number.filter(
                column -> insert.conflict().isEmpty() && key.equals(List.of(column)) && !given.contains(column));
    }

    private Object value(Column<?> column, Insert.Values row) {
        int place = insert.columns().indexOf(column);
        Expression<?> given = place < 0 ? null : row.values().get(place);
        Object value = null;
        if (given instanceof Bind<?> bind) {
            value = bind.value();
        } else if (given instanceof Literal<?> literal) {
            value = literal.value();
        } else if (given instanceof Parameter<?> parameter) {
            value = rows.named().value(parameter.parameterName(), 0);
        }
        if (value == null) {
            throw rows.refused("of an INSERT that gives no value for " + column + ", by which its rows are found");
        }
        return value;
    }

    private static Iterator<@Nullable Object[]> noting(
            Iterator<@Nullable Object[]> given, List<Integer> places, List<List<@Nullable Object>> keys) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return given.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                @Nullable Object[] row = given.next();
                List<@Nullable Object> key = new ArrayList<>();
                places.forEach(place -> key.add(place < row.length ? row[place] : null));
                keys.add(key);
                return row;
            }
        };
    }
}
