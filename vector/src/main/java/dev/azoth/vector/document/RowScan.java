package dev.azoth.vector.document;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Result;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.type.Json;
import dev.azoth.vector.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads vectors row by row. */
final class RowScan {
    private static final int READ_AT_ONCE = 1_000;

    private final Connection connection;
    private final DocumentTable table;

    RowScan(Connection connection, DocumentTable table) {
        this.connection = connection;
        this.table = table;
    }

    void run(Optional<Condition> condition, VectorSink sink) {
        run(selected(), condition, row -> true, sink);
    }

    /** With a filter that the server cannot test. */
    void run(Optional<Condition> condition, Filter filter, VectorSink sink) {
        List<Selectable<?>> selected = selected();
        selected.add(table.metadata);
        run(selected, condition, row -> filter.matches(at(row, 2, Json.class).object()), sink);
    }

    private List<Selectable<?>> selected() {
        return new ArrayList<>(List.of(table.number, new StoredBytes(table.embedding)));
    }

    private void run(
            List<Selectable<?>> selected, Optional<Condition> condition, Predicate<Row> wanted, VectorSink sink) {
        Select<Row> all = Sql.select(selected).from(table);
        Select<Row> select = condition.map(all::where).orElse(all);
        try (Result<Row> rows = connection.stream(select, READ_AT_ONCE)) {
            for (Row row : rows) {
                if (wanted.test(row)) {
                    sink.take(at(row, 1, byte[].class), place -> at(row, 0, Long.class));
                }
            }
        }
    }

    /** By its place, since looking a column up takes as long as comparing a vector. */
    private static <T> T at(Row row, int index, Class<T> type) {
        return Objects.requireNonNull(type.cast(row.get(index)));
    }
}
