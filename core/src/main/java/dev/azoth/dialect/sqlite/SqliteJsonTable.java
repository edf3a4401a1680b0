package dev.azoth.dialect.sqlite;

import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Alias;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.JsonTable;
import dev.azoth.type.JsonType;
import java.util.List;
import java.util.Optional;

/**
 * The elements of a JSON array in FROM. A function may read what stands before it there, and a subquery may not: so the values of all columns are made one JSON array in
 * the argument of {@code json_each}, and each column is read from it where it is asked for.
 */
final class SqliteJsonTable {
    private SqliteJsonTable() {}

    static void write(JsonTable table, String name, SqlWriter out) {
        out.sql("json_each((SELECT json_group_array(json_array(");
        boolean first = true;
        for (JsonTable.Part<?> part : table.parts()) {
            boolean json = part.value().type() instanceof JsonType;
            out.sql(first ? "" : ", ");
            if (json) {
                out.sql("CASE WHEN ").argument(part.value()).sql(" IS NOT NULL THEN json_array(json(");
                out.argument(part.value()).sql(")) END");
            } else {
                out.argument(part.value());
            }
            first = false;
        }
        out.sql(
                ")) FROM (SELECT CASE type WHEN 'text' THEN json_quote(value) WHEN 'true' THEN 'true' WHEN 'false' THEN 'false'");
        out.sql(
                " WHEN 'null' THEN 'null' ELSE value END AS element, \"key\" + 1 AS ordinality FROM json_each(CASE json_type(");
        out.argument(table.array()).sql(") WHEN 'array' THEN ").argument(table.array());
        out.sql(" END)))) AS ").identifier(name);
    }

    /** The table that a column is of, if it is such a one. */
    static Optional<JsonTable> of(FromItem table) {
        return table instanceof Alias alias
                ? of(alias.source())
                : table instanceof JsonTable found ? Optional.of(found) : Optional.empty();
    }

    static void column(JsonTable table, String name, ColumnReference<?> column, SqlWriter out) {
        List<String> names = table.parts().stream().map(JsonTable.Part::name).toList();
        int index = names.indexOf(column.name());
        out.sql("(").identifier(name).sql(column.type() instanceof JsonType ? ".value -> '$[" : ".value ->> '$[");
        out.sql(index + (column.type() instanceof JsonType ? "][0]')" : "]')"));
    }
}
