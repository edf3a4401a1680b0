package dev.azoth.proof;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.sql.Insert;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is tried on some rows.
 *
 * @param first   the rows of {@link Sample#first}, whose numbers are their places
 * @param second  the rows of {@link Sample#second}
 * @param subject expressions, or a query
 */
record Trial<S>(List<List<@Nullable Object>> first, List<List<@Nullable Object>> second, S subject) {
    /** The evaluator of these rows. */
    Evaluator evaluator(String database) {
        Map<NamedTable, List<Map<String, @Nullable Object>>> rows = new HashMap<>();
        rows.put(Sample.first, rows(Sample.first, first));
        rows.put(Sample.second, rows(Sample.second, second));
        return new Evaluator(database, rows);
    }

    private static List<Map<String, @Nullable Object>> rows(Sample table, List<List<@Nullable Object>> values) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> each : values) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", rows.size());
            for (int i = 0; i < each.size(); i++) {
                row.put(table.columns().get(i + 1).name(), each.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    void insert(Connection connection) {
        insert(connection, Sample.first, first);
        insert(connection, Sample.second, second);
    }

    private static void insert(Connection connection, Sample table, List<List<@Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Insert<?> insert = Sql.insert(table).columns(table.columns().toArray(Column<?>[]::new));
        for (int i = 0; i < rows.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>(rows.get(i));
            row.add(0, i);
            insert = insert.row(row.toArray());
        }
        connection.execute(insert);
    }
}
