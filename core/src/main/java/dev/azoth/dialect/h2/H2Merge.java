package dev.azoth.dialect.h2;

import dev.azoth.compile.SqlWriter;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.schema.Column;
import dev.azoth.schema.Index;
import dev.azoth.schema.Table;
import dev.azoth.schema.UniqueKey;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an upsert as a MERGE of the rows, which are called {@code excluded}, into the table.
 *
 * <p>A MERGE looks for each row in the table as it was before the statement. A key that comes twice in one statement is inserted twice
 * and breaks the constraint: where the second row would be left out on other databases, it is left out of the source here.
 */
abstract class H2Merge extends StatementRenderer {
    /**
     * Writes the statement.
     *
     * @param source writes the rows, with the columns of the insert
     */
    final void merge(Insert<?> insert, Conflict conflict, Runnable source, SqlWriter out) {
        List<ColumnReference<?>> columns = insert.columns();
        List<List<? extends ColumnReference<?>>> keys = keys(insert, conflict, out);
        tableName(insert.table(), beginning("MERGE", insert, out).sql("INTO "));
        out.sql(" USING (");
        if (mayRepeat(insert) && conflict.update().isEmpty() && isNeverNull(conflict.key())) {
            out.sql("SELECT DISTINCT ON");
            columnNames(conflict.key(), out);
            out.sql(" * FROM (");
            source.run();
            columnNames(columns, out.sql(") AS rows_"));
        } else {
            source.run();
        }
        columnNames(columns, out.sql(") AS excluded"));
        out.qualifying(true, () -> {
            on(keys, out.sql(" ON "));
            if (!conflict.update().isEmpty()) {
                out.sql(" WHEN MATCHED");
                if (conflict.where() != null) {
                    out.sql(" AND ").operand(conflict.where());
                }
                assignments(conflict.update(), out.sql(" THEN UPDATE SET "));
            }
        });
        columnNames(columns, out.sql(" WHEN NOT MATCHED THEN INSERT"));
        out.sql(" VALUES (");
        for (int i = 0; i < columns.size(); i++) {
            out.sql(i == 0 ? "excluded." : ", excluded.")
                    .identifier(columns.get(i).name());
        }
        out.sql(")");
    }

    private static boolean mayRepeat(Insert<?> insert) {
        return insert.query().isPresent() || insert.rows().size() > 1 || isOfParameters(insert);
    }

    /** Parameters are given when the statement runs: as an array, if there are many. */
    private static boolean isOfParameters(Insert<?> insert) {
        return insert.rows().stream()
                .allMatch(row -> row.values().stream().allMatch(value -> value instanceof Parameter<?>));
    }

    private static boolean isNeverNull(List<ColumnReference<?>> key) {
        return !key.isEmpty()
                && key.stream().allMatch(column -> column instanceof Column<?> declared && !declared.isNullable());
    }

    /** The keys of which one must be the same; all of the table's where the statement names none. */
    private static List<List<? extends ColumnReference<?>>> keys(Insert<?> insert, Conflict conflict, SqlWriter out) {
        List<List<? extends ColumnReference<?>>> keys = new ArrayList<>();
        if (!conflict.key().isEmpty()) {
            keys.add(conflict.key());
        } else if (insert.table() instanceof Table table) {
            keys.add(table.primaryKey());
            table.uniqueKeys().stream().map(UniqueKey::columns).forEach(keys::add);
            table.indexes().stream().filter(Index::isKey).map(Index::columns).forEach(keys::add);
            keys.removeIf(key -> key.isEmpty() || !insert.columns().containsAll(key));
        }
        if (keys.isEmpty() || !keys.stream().allMatch(insert.columns()::containsAll)) {
            throw out.unsupported("ON CONFLICT on columns that are not inserted");
        }
        return keys;
    }

    private static void on(List<List<? extends ColumnReference<?>>> keys, SqlWriter out) {
        for (int i = 0; i < keys.size(); i++) {
            List<? extends ColumnReference<?>> key = keys.get(i);
            out.sql(i == 0 ? "" : " OR ");
            for (int k = 0; k < key.size(); k++) {
                out.sql(k == 0 ? "" : " AND ").argument(key.get(k));
                out.sql(" = excluded.").identifier(key.get(k).name());
            }
        }
    }
}
