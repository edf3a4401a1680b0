package dev.azoth.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What SQLite's PRAGMA functions tell of the tables of one of a connection's databases. */
record SqlitePragmas(Connection connection, String schema) {
    /** A column; its position in the primary key is 0 outside of it. */
    record ColumnRow(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultValue,
            int keyPosition) {}

    /** An index; its origin is {@code c} of CREATE INDEX, {@code u} of a unique key, {@code pk} of a primary key. */
    record IndexRow(
            String name,
            boolean unique,
            String origin,
            List<String> columns,
            @Nullable String condition,
            List<String> orders) {}

    /** A foreign key; without targets it refers to the other table's primary key. */
    record ForeignKeyRow(String table, List<String> columns, List<String> targets, String onDelete, String onUpdate) {}

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, RowReader<T> reader, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reader.read(row));
                }
            }
            return all;
        }
    }

    List<String> schemas() throws SQLException {
        String sql = "SELECT name FROM pragma_database_list WHERE name <> 'temp' ORDER BY name";
        return read(sql, row -> row.getString(1));
    }

    List<String> names(String condition) throws SQLException {
        String sql = "SELECT name FROM pragma_table_list WHERE schema = ? AND " + condition
                + " AND name NOT LIKE 'sqlite/_%' ESCAPE '/' ORDER BY name";
        return read(sql, row -> row.getString(1), schema);
    }

    /** The columns without those that a virtual table hides; generated ones are there. */
    List<ColumnRow> columns(String table) throws SQLException {
        String sql =
                "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo(?, ?) WHERE hidden <> 1 ORDER BY cid";
        return read(
                sql,
                row -> new ColumnRow(
                        row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4), row.getInt(5)),
                table,
                schema);
    }

    List<String> primaryKey(String table) throws SQLException {
        return read(
                "SELECT name FROM pragma_table_info(?, ?) WHERE pk > 0 ORDER BY pk",
                row -> row.getString(1),
                table,
                schema);
    }

    /** Whether the table's rows have numbers, as all have but those WITHOUT ROWID. */
    boolean hasRowNumber(String table) throws SQLException {
        String sql = "SELECT wr FROM pragma_table_list WHERE schema = ? AND lower(name) = lower(?)";
        return read(sql, row -> row.getInt(1), schema, table).contains(0);
    }

    /** The text that made a table or an index; empty for an index that a key brought along. */
    String text(String name) throws SQLException {
        String quoted = "\"" + schema.replace("\"", "\"\"") + "\"";
        String sql = "SELECT sql FROM " + quoted + ".sqlite_master WHERE lower(name) = lower(?) AND sql IS NOT NULL";
        return read(sql, row -> row.getString(1), name).stream().findFirst().orElse("");
    }

    List<IndexRow> indexes(String table) throws SQLException {
        String sql = "SELECT name, \"unique\", origin, partial FROM pragma_index_list(?, ?)";
        List<IndexRow> indexes = new ArrayList<>();
        List<IndexRow> bare = read(
                sql,
                row -> new IndexRow(
                        row.getString(1), row.getBoolean(2), row.getString(3), List.of(), row.getString(4), List.of()),
                table,
                schema);
        for (IndexRow row : bare) {
            indexes.add(new IndexRow(
                    row.name(),
                    row.unique(),
                    row.origin(),
                    indexed(row.name()),
                    "1".equals(row.condition()) ? SqliteTableText.condition(text(row.name())) : null,
                    orders(row.name())));
        }
        return indexes;
    }

    private List<String> orders(String index) throws SQLException {
        String sql =
                "SELECT CASE WHEN \"desc\" THEN 'DESC' ELSE '' END FROM pragma_index_xinfo(?, ?) WHERE key ORDER BY seqno";
        return read(sql, row -> row.getString(1), index, schema);
    }

    /** The columns of an index; in place of an expression, which has no name, its text. */
    private List<String> indexed(String index) throws SQLException {
        List<@Nullable String> names =
                read("SELECT name FROM pragma_index_info(?, ?) ORDER BY seqno", row -> row.getString(1), index, schema);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            columns.add(
                    name != null ? name : SqliteTableText.indexed(text(index)).get(i));
        }
        return columns;
    }

    List<ForeignKeyRow> foreignKeys(String table) throws SQLException {
        String sql =
                "SELECT id, \"table\", \"from\", \"to\", on_delete, on_update FROM pragma_foreign_key_list(?, ?) ORDER BY id, seq";
        Map<Integer, ForeignKeyRow> keys = new LinkedHashMap<>();
        List<Map.Entry<Integer, ForeignKeyRow>> rows = read(
                sql,
                row -> Map.entry(
                        row.getInt(1),
                        new ForeignKeyRow(
                                row.getString(2),
                                List.of(row.getString(3)),
                                row.getString(4) == null ? List.of() : List.of(row.getString(4)),
                                row.getString(5),
                                row.getString(6))),
                table,
                schema);
        rows.forEach(row -> keys.merge(row.getKey(), row.getValue(), SqlitePragmas::joined));
        return new ArrayList<>(keys.values());
    }

    private static ForeignKeyRow joined(ForeignKeyRow first, ForeignKeyRow next) {
        return new ForeignKeyRow(
                first.table(),
                both(first.columns(), next.columns()),
                both(first.targets(), next.targets()),
                first.onDelete(),
                first.onUpdate());
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
