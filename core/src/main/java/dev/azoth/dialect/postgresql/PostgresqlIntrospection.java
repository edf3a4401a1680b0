package dev.azoth.dialect.postgresql;

import dev.azoth.inspect.Introspection;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.inspect.TableDescription.IndexDetails;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL's catalog: four queries for a table, however many columns it has.
 *
 * <p>Not the information schema, which hides what the user does not own and has no indexes.
 */
final class PostgresqlIntrospection implements Introspection {
    private static final String SCHEMAS = "SELECT n.nspname FROM pg_catalog.pg_namespace n "
            + "WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY n.nspname COLLATE \"C\"";

    /** Of a schema, or of the connection's own; relkind says which of tables, views and the like. */
    private static final String RELATIONS =
            "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                    + "WHERE n.nspname = COALESCE(CAST(? AS name), current_schema()) AND c.relkind = ANY(CAST(? AS \"char\"[]))";

    private static final String NAMES = "SELECT c.relname " + RELATIONS + " ORDER BY c.relname COLLATE \"C\"";

    private static final String RELATION = "SELECT c.oid, n.nspname, obj_description(c.oid, 'pg_class') " + RELATIONS
            + " AND c.relname = CAST(? AS name)";

    /** Ordinary and partitioned tables, and those of a foreign server. */
    private static final String TABLES = "{r,p,f}";

    private static final String VIEWS = "{v,m}";
    private static final String ALL = "{r,p,f,v,m}";

    /** The type of a domain is the one under it. A generated column's expression stands where others have their default. */
    private static final String COLUMNS = "SELECT a.attname, format_type(a.atttypid, a.atttypmod), "
            + "CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END, a.attnotnull OR t.typnotnull, "
            + "a.attidentity <> '' OR pg_get_serial_sequence(CAST(CAST(a.attrelid AS regclass) AS text), a.attname) IS NOT NULL, "
            + "CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END, col_description(a.attrelid, a.attnum) "
            + "FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid "
            + "LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
            + "WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

    /** Indexes that no key brought along; INCLUDE's columns come after those of the key. An order's first bit is DESC, its second NULLS FIRST. */
    private static final String INDEXES = "SELECT c.relname, i.indisunique, m.amname, "
            + "ARRAY(SELECT COALESCE(CAST(a.attname AS text), pg_get_indexdef(i.indexrelid, k, true)) "
            + "FROM generate_series(1, i.indnkeyatts) k LEFT JOIN pg_catalog.pg_attribute a "
            + "ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k - 1] AND a.attnum > 0 ORDER BY k), "
            + "ARRAY(SELECT CASE WHEN o.opcdefault THEN '' ELSE CAST(o.opcname AS text) END "
            + "FROM generate_series(1, i.indnkeyatts) k "
            + "JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[k - 1] ORDER BY k), "
            + "COALESCE(c.reloptions, '{}'), pg_get_expr(i.indpred, i.indrelid, true), i.indisvalid, "
            + "ARRAY(SELECT CAST(a.attname AS text) FROM generate_series(i.indnkeyatts + 1, i.indnatts) k "
            + "JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k - 1] ORDER BY k), "
            + "ARRAY(SELECT CASE i.indoption[k - 1] WHEN 1 THEN 'DESC NULLS LAST' WHEN 2 THEN 'NULLS FIRST' "
            + "WHEN 3 THEN 'DESC' ELSE '' END FROM generate_series(1, i.indnkeyatts) k ORDER BY k) "
            + "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid "
            + "JOIN pg_catalog.pg_am m ON m.oid = c.relam WHERE i.indrelid = ? AND NOT EXISTS "
            + "(SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) "
            + "ORDER BY c.relname COLLATE \"C\"";

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SCHEMAS)) {
            return names(statement);
        }
    }

    @Override
    public String defaultSchema(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_schema()")) {
            return String.valueOf(names(statement).get(0));
        }
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return relations(connection, schema, TABLES);
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return relations(connection, schema, VIEWS);
    }

    private static List<String> relations(Connection connection, @Nullable String schema, String kinds)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAMES)) {
            statement.setString(1, schema);
            statement.setString(2, kinds);
            return names(statement);
        }
    }

    private static List<String> names(PreparedStatement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    public Optional<TableDescription> table(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELATION)) {
            statement.setString(1, schema);
            statement.setString(2, ALL);
            statement.setString(3, table);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(describe(connection, row.getLong(1), row.getString(2), table, row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    private static TableDescription describe(
            Connection connection, long oid, String schema, String table, @Nullable String comment)
            throws SQLException {
        PostgresqlConstraints constraints = PostgresqlConstraints.read(connection, oid, schema);
        return new TableDescription(
                schema,
                table,
                columns(connection, oid),
                constraints.primaryKey(),
                constraints.foreignKeys(),
                constraints.uniqueKeys(),
                constraints.checks(),
                indexes(connection, oid),
                TableDescription.comment(comment));
    }

    private static List<ColumnDescription> columns(Connection connection, long oid) throws SQLException {
        List<ColumnDescription> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setLong(1, oid);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(column(rows));
                }
            }
        }
        return columns;
    }

    private static ColumnDescription column(ResultSet row) throws SQLException {
        String declared = row.getString(2);
        String domainOf = row.getString(3);
        boolean numbered = row.getBoolean(5);
        return new ColumnDescription(
                row.getString(1),
                PostgresqlTypeNames.type(domainOf == null ? declared : domainOf),
                PostgresqlTypeNames.upperCase(declared),
                !row.getBoolean(4),
                numbered,
                // the default of a serial column is its sequence
                numbered ? null : row.getString(6),
                TableDescription.comment(row.getString(7)));
    }

    private static List<IndexDescription> indexes(Connection connection, long oid) throws SQLException {
        List<IndexDescription> indexes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES)) {
            statement.setLong(1, oid);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    indexes.add(new IndexDescription(
                            rows.getString(1),
                            strings(rows, 4),
                            rows.getBoolean(2),
                            rows.getString(3),
                            new IndexDetails(
                                    strings(rows, 5),
                                    options(strings(rows, 6)),
                                    Optional.ofNullable(rows.getString(7)),
                                    strings(rows, 9),
                                    strings(rows, 10),
                                    rows.getBoolean(8))));
                }
            }
        }
        return indexes;
    }

    /** Of texts such as {@code m=16}. */
    private static Map<String, String> options(List<String> given) {
        Map<String, String> options = new HashMap<>();
        for (String each : given) {
            int equals = each.indexOf('=');
            options.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return options;
    }

    static List<String> strings(ResultSet row, int index) throws SQLException {
        return Arrays.asList((String[]) row.getArray(index).getArray());
    }
}
