package dev.azoth.engine;

import dev.azoth.schema.Column;
import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts rows of which the keys are known, by the database's numbers or since they were given, and reads them by these. */
final class InsertedKeys<T> {
    private final Insert<T> insert;
    private final ReturnedRows<T> rows;
    private final List<Column<?>> key;

    InsertedKeys(Insert<T> insert, ReturnedRows<T> rows) {
        this.insert = insert;
        this.rows = rows;
        this.key = rows.key().columns();
    }

    /** Inserts the rows of the statement. */
    Result<T> run() {
        if (rows.key().isNumbered()) {
            return numbered(rows.run(insert.returning(key.get(0))));
        }
        List<List<@Nullable Object>> keys = new ArrayList<>();
        for (Insert.Values row : insert.rows()) {
            keys.add(key.stream().map(column -> value(column, row)).toList());
        }
        long count = rows.run(insert.returning(List.of())).rowCount();
        return Result.of(rows.read(keys), count);
    }

    /** Inserts rows that were given beside it. */
    Result<T> run(StatementRunner runner, Engine engine, ParameterRows given) {
        if (rows.key().isNumbered()) {
            return numbered(new BulkInserter<>(runner, engine, insert.returning(key.get(0))).insert(given));
        }
        List<ColumnReference<?>> columns =
                RowColumns.of(insert.table(), given.names()).columns();
        List<Integer> places = key.stream().map(columns::indexOf).toList();
        List<List<@Nullable Object>> keys = new ArrayList<>();
        ParameterRows noted =
                new ParameterRows(given.names(), () -> noting(given.rows().iterator(), places, keys));
        long count = new BulkInserter<>(runner, engine, insert.returning(List.of()))
                .insert(noted)
                .rowCount();
        return Result.of(rows.read(keys), count);
    }

    private Result<T> numbered(Result<?> numbers) {
        List<List<@Nullable Object>> keys = new ArrayList<>();
        numbers.forEach(each -> keys.add(List.of(each)));
        return Result.of(rows.read(keys), keys.size());
    }

    private Object value(Column<?> column, Insert.Values row) {
        Expression<?> given = row.values().get(insert.columns().indexOf(column));
        Object value = null;
        if (given instanceof Bind<?> bind) {
            value = bind.value();
        } else if (given instanceof Literal<?> literal) {
            value = literal.value();
        } else if (given instanceof Parameter<?> parameter) {
            value = rows.named().value(parameter.parameterName(), 0);
        }
        return rows.known(column, value);
    }

    private Iterator<@Nullable Object[]> noting(
            Iterator<@Nullable Object[]> given, List<Integer> places, List<List<@Nullable Object>> keys) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return given.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                @Nullable Object[] row = given.next();
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < places.size(); i++) {
                    int place = places.get(i);
                    // a row that is too short is told of when it is sent
                    values.add(place < row.length ? rows.known(key.get(i), row[place]) : null);
                }
                keys.add(values);
                return row;
            }
        };
    }
}
