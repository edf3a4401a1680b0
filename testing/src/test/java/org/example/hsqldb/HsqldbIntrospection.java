package org.example.hsqldb;

import dev.azoth.inspect.Introspection;
import dev.azoth.inspect.TableDescription;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.Types;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is in a database from the driver's metadata and the information schema. Plain names are stored in upper case. */
final class HsqldbIntrospection implements Introspection {
    private static final String CONSTRAINTS = "SELECT T.CONSTRAINT_NAME, T.CONSTRAINT_TYPE, K.COLUMN_NAME"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K"
            + " ON K.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
            + " WHERE T.TABLE_SCHEMA = ? AND T.TABLE_NAME = ? ORDER BY T.CONSTRAINT_NAME, K.ORDINAL_POSITION";
    private static final String CHECKS = "SELECT T.CONSTRAINT_NAME, C.CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS C"
            + " ON C.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND C.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
            + " WHERE T.TABLE_SCHEMA = ? AND T.TABLE_NAME = ? AND T.CONSTRAINT_NAME NOT LIKE 'SYS%' ORDER BY 1";

    /** The name that a program says for one that is stored. */
    static String said(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        return stored.equals(lower.toUpperCase(Locale.ROOT))
                        && HsqldbDialect.IDENTIFIERS.write(lower).equals(lower)
                ? lower
                : stored;
    }

    private static String stored(@Nullable String said) {
        if (said == null) {
            return "PUBLIC";
        }
        return HsqldbDialect.IDENTIFIERS.write(said).equals(said) ? said.toUpperCase(Locale.ROOT) : said;
    }

    private interface Reading<R> {
        R of(ResultSet row) throws SQLException;
    }

    private static <R> List<R> rows(ResultSet rows, Reading<R> reading) throws SQLException {
        List<R> all = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                all.add(reading.of(rows));
            }
        }
        return all;
    }

    private static <R> List<R> query(Connection connection, String sql, String schema, String table, Reading<R> reading)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            return rows(statement.executeQuery(), reading);
        }
    }

    /** The driver takes patterns, which other names would have to be escaped for. */
    private static boolean isOf(ResultSet row, String schema, String table) throws SQLException {
        return row.getString("TABLE_SCHEM").equals(schema)
                && row.getString("TABLE_NAME").equals(table);
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return rows(connection.getMetaData().getSchemas(), row -> said(row.getString(1))).stream()
                .filter(name -> !name.matches("information_schema|system_lobs"))
                .toList();
    }

    @Override
    public String defaultSchema(Connection connection) {
        return "public";
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return named(connection, schema, "TABLE");
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return named(connection, schema, "VIEW");
    }

    private static List<String> named(Connection connection, @Nullable String schema, String kind) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        return rows(data.getTables(null, "%", "%", new String[] {kind}), row ->
                        new String[] {row.getString("TABLE_SCHEM"), said(row.getString("TABLE_NAME"))})
                .stream()
                .filter(table -> table[0].equals(stored(schema)))
                .map(table -> table[1])
                .sorted()
                .toList();
    }

    @Override
    public Optional<TableDescription> table(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        String in = stored(schema);
        String name = stored(table);
        DatabaseMetaData data = connection.getMetaData();
        List<TableDescription.ColumnDescription> columns = rows(
                        data.getColumns(null, "%", "%", "%"),
                        row -> isOf(row, in, name)
                                ? Optional.of(column(row))
                                : Optional.<TableDescription.ColumnDescription>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> unique = new LinkedHashMap<>();
        List<String> primary = new ArrayList<>();
        Set<String> constraints = new HashSet<>();
        for (String[] part : query(connection, CONSTRAINTS, in, name, row ->
                new String[] {row.getString(1), row.getString(2), row.getString(3)})) {
            constraints.add(said(part[0]));
            if (part[1].equals("PRIMARY KEY")) {
                primary.add(said(part[2]));
            } else if (part[1].equals("UNIQUE")) {
                unique.computeIfAbsent(said(part[0]), key -> new ArrayList<>()).add(said(part[2]));
            }
        }
        return Optional.of(new TableDescription(
                said(in),
                said(name),
                columns,
                primary.isEmpty() ? Optional.empty() : Optional.of(new TableDescription.Key("", primary)),
                foreignKeys(data, in, name),
                keys(unique),
                query(
                        connection,
                        CHECKS,
                        in,
                        name,
                        row -> new TableDescription.CheckDescription(said(row.getString(1)), row.getString(2))),
                indexes(data, in, name, constraints)));
    }

    private static List<TableDescription.Key> keys(Map<String, List<String>> columns) {
        List<TableDescription.Key> keys = new ArrayList<>();
        columns.forEach((name, of) -> keys.add(new TableDescription.Key(name, of)));
        return keys;
    }

    private static TableDescription.ColumnDescription column(ResultSet row) throws SQLException {
        return new TableDescription.ColumnDescription(
                said(row.getString("COLUMN_NAME")),
                type(row.getString("TYPE_NAME"), row.getInt("COLUMN_SIZE"), row.getInt("DECIMAL_DIGITS")),
                row.getString("TYPE_NAME"),
                row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                "YES".equals(row.getString("IS_AUTOINCREMENT")),
                row.getString("COLUMN_DEF"));
    }

    private static SqlType<?> type(String name, int length, int scale) {
        return switch (name) {
            case "SMALLINT" -> Types.SMALLINT;
            case "INTEGER" -> Types.INTEGER;
            case "BIGINT" -> Types.BIGINT;
            case "BOOLEAN" -> Types.BOOLEAN;
            case "DOUBLE" -> Types.DOUBLE;
            case "DECIMAL", "NUMERIC" -> length == 100 ? Types.NUMERIC : Types.NUMERIC(length, scale);
            case "VARCHAR" -> length == 16_777_216 ? Types.TEXT : new StringType(StringType.Form.VARCHAR, length);
            case "CHARACTER" -> Types.CHAR(length);
            case "VARBINARY" -> length == 16_777_216 ? Types.BLOB : Types.VARBINARY(length);
            case "UUID" -> Types.UUID;
            case "DATE" -> Types.DATE;
            case "TIME" -> Types.TIME;
            case "TIMESTAMP" -> Types.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> Types.TIMESTAMPTZ;
            default -> Types.NULL;
        };
    }

    private static List<TableDescription.ForeignKeyDescription> foreignKeys(
            DatabaseMetaData data, String schema, String table) throws SQLException {
        Map<String, TableDescription.ForeignKeyDescription> keys = new LinkedHashMap<>();
        for (var part : rows(data.getImportedKeys(null, schema, table), HsqldbIntrospection::foreignKey)) {
            keys.merge(part.name(), part, HsqldbIntrospection::together);
        }
        return List.copyOf(keys.values());
    }

    private static TableDescription.ForeignKeyDescription foreignKey(ResultSet row) throws SQLException {
        boolean same = row.getString("PKTABLE_SCHEM").equals(row.getString("FKTABLE_SCHEM"));
        return new TableDescription.ForeignKeyDescription(
                said(row.getString("FK_NAME")),
                List.of(said(row.getString("FKCOLUMN_NAME"))),
                same ? null : said(row.getString("PKTABLE_SCHEM")),
                said(row.getString("PKTABLE_NAME")),
                List.of(said(row.getString("PKCOLUMN_NAME"))),
                action(row.getInt("DELETE_RULE")),
                action(row.getInt("UPDATE_RULE")));
    }

    private static String action(int rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> "CASCADE";
            case DatabaseMetaData.importedKeySetNull -> "SET NULL";
            case DatabaseMetaData.importedKeySetDefault -> "SET DEFAULT";
            default -> "NO ACTION";
        };
    }

    private static TableDescription.ForeignKeyDescription together(
            TableDescription.ForeignKeyDescription first, TableDescription.ForeignKeyDescription next) {
        return new TableDescription.ForeignKeyDescription(
                first.name(),
                with(first.columns(), next.columns()),
                first.schema(),
                first.table(),
                with(first.targets(), next.targets()),
                first.onDelete(),
                first.onUpdate());
    }

    private static List<TableDescription.IndexDescription> indexes(
            DatabaseMetaData data, String schema, String table, Set<String> constraints) throws SQLException {
        Map<String, TableDescription.IndexDescription> indexes = new LinkedHashMap<>();
        for (var part : rows(
                data.getIndexInfo(null, schema, table, false, false),
                row -> new TableDescription.IndexDescription(
                        said(row.getString("INDEX_NAME")),
                        List.of(said(row.getString("COLUMN_NAME"))),
                        !row.getBoolean("NON_UNIQUE"),
                        ""))) {
            indexes.merge(
                    part.name(),
                    part,
                    (first, next) -> new TableDescription.IndexDescription(
                            first.name(), with(first.columns(), next.columns()), first.unique(), ""));
        }
        indexes.keySet().removeIf(name -> name.startsWith("sys_") || constraints.contains(name));
        return List.copyOf(indexes.values());
    }

    private static List<String> with(List<String> first, List<String> next) {
        List<String> both = new ArrayList<>(first);
        both.addAll(next);
        return both;
    }
}
