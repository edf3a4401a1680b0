package dev.azoth.dialect.duckdb;

import dev.azoth.inspect.Introspection;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads DuckDB's catalog of the connection's database: four queries for a table, however many columns it has. */
final class DuckdbIntrospection implements Introspection {
    private static final String HERE =
            "database_name = current_database() AND schema_name = COALESCE(CAST(? AS VARCHAR), current_schema())";

    private static final String SCHEMAS = "SELECT schema_name FROM duckdb_schemas() "
            + "WHERE database_name = current_database() AND schema_name NOT IN ('information_schema', 'pg_catalog') "
            + "ORDER BY schema_name";

    private static final String TABLES =
            "SELECT table_name FROM duckdb_tables() WHERE " + HERE + " AND NOT internal ORDER BY table_name";

    private static final String VIEWS =
            "SELECT view_name FROM duckdb_views() WHERE " + HERE + " AND NOT internal ORDER BY view_name";

    private static final String COLUMNS = "SELECT column_name, data_type, is_nullable, "
            + "CASE WHEN is_generated THEN NULL ELSE column_default END, comment "
            + "FROM duckdb_columns() WHERE " + HERE + " AND table_name = ? ORDER BY column_index";

    private static final String COMMENTS = "SELECT comment FROM duckdb_tables() WHERE " + HERE + " AND table_name = ? "
            + "UNION ALL SELECT comment FROM duckdb_views() WHERE " + HERE + " AND view_name = ?";

    private static final String CONSTRAINTS =
            "SELECT constraint_type, constraint_name, constraint_column_names, referenced_table, "
                    + "referenced_column_names, expression FROM duckdb_constraints() WHERE " + HERE
                    + " AND table_name = ? ORDER BY constraint_name";

    private static final String INDEXES =
            "SELECT index_name, is_unique, CAST(expressions AS VARCHAR[]) FROM duckdb_indexes() WHERE " + HERE
                    + " AND table_name = ? ORDER BY index_name";

    DuckdbIntrospection() {}

    /** Makes something of a row. */
    private interface Reading<R> {
        R of(ResultSet row) throws SQLException;
    }

    private static <R> List<R> rows(Connection connection, Reading<R> reading, String sql, @Nullable String... values)
            throws SQLException {
        List<R> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
            }
        }
        return all;
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return rows(connection, row -> row.getString(1), SCHEMAS);
    }

    @Override
    public String defaultSchema(Connection connection) throws SQLException {
        return rows(connection, row -> row.getString(1), "SELECT current_schema()")
                .get(0);
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return rows(connection, row -> row.getString(1), TABLES, schema);
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return rows(connection, row -> row.getString(1), VIEWS, schema);
    }

    @Override
    public Optional<TableDescription> table(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        List<ColumnDescription> columns = rows(connection, DuckdbIntrospection::column, COLUMNS, schema, table);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<Constraint> constraints = rows(connection, Constraint::of, CONSTRAINTS, schema, table);
        return Optional.of(new TableDescription(
                schema,
                table,
                columns,
                constraints.stream()
                        .filter(each -> each.type().equals("PRIMARY KEY"))
                        .map(Constraint::key)
                        .findFirst(),
                constraints.stream()
                        .filter(each -> each.type().equals("FOREIGN KEY"))
                        .map(Constraint::foreignKey)
                        .toList(),
                constraints.stream()
                        .filter(each -> each.type().equals("UNIQUE"))
                        .map(Constraint::key)
                        .toList(),
                constraints.stream()
                        .filter(each -> each.type().equals("CHECK"))
                        .map(each -> new CheckDescription(each.name(), each.expression()))
                        .toList(),
                rows(connection, DuckdbIntrospection::index, INDEXES, schema, table),
                rows(connection, DuckdbIntrospection::comment, COMMENTS, schema, table, schema, table).stream()
                        .findFirst()
                        .flatMap(each -> each)));
    }

    /** A column whose default is the next number of a sequence is numbered. */
    private static ColumnDescription column(ResultSet row) throws SQLException {
        String declared = row.getString(2);
        String value = row.getString(4);
        boolean numbered = value != null && value.startsWith("nextval(");
        return new ColumnDescription(
                row.getString(1),
                DuckdbTypeNames.type(declared),
                declared.toUpperCase(Locale.ROOT),
                row.getBoolean(3),
                numbered,
                numbered ? null : value,
                TableDescription.comment(row.getString(5)));
    }

    private static Optional<String> comment(ResultSet row) throws SQLException {
        return TableDescription.comment(row.getString(1));
    }

    private static IndexDescription index(ResultSet row) throws SQLException {
        return new IndexDescription(
                row.getString(1),
                strings(row.getArray(3)).stream()
                        .map(DuckdbIntrospection::unquoted)
                        .toList(),
                row.getBoolean(2),
                "");
    }

    private static String unquoted(String expression) {
        return expression.startsWith("\"") && expression.endsWith("\"")
                ? expression.substring(1, expression.length() - 1).replace("\"\"", "\"")
                : expression;
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .toList();
    }

    /** A constraint of a table, under the name that DuckDB makes up. */
    private record Constraint(
            String type,
            String name,
            List<String> columns,
            @Nullable String target,
            List<String> targets,
            String expression) {
        static Constraint of(ResultSet row) throws SQLException {
            return new Constraint(
                    row.getString(1),
                    row.getString(2),
                    strings(row.getArray(3)),
                    row.getString(4),
                    strings(row.getArray(5)),
                    String.valueOf(row.getString(6)));
        }

        TableDescription.Key key() {
            return new TableDescription.Key(name, columns);
        }

        ForeignKeyDescription foreignKey() {
            return new ForeignKeyDescription(
                    name, columns, null, Objects.requireNonNull(target), targets, "NO ACTION", "NO ACTION");
        }
    }
}
