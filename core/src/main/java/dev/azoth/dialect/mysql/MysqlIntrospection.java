package dev.azoth.dialect.mysql;

import dev.azoth.inspect.Introspection;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.inspect.TableDescription.IndexDetails;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables out of {@code information_schema}.
 *
 * <p>A unique index and a unique key are one and the same here. It comes as a key, unless it is of an expression or its name begins as
 * that of an index does when nobody names it.
 */
public class MysqlIntrospection implements Introspection {
    private static final String OF_TABLE = " WHERE table_schema = coalesce(?, database()) AND table_name = ?";

    /** For MySQL's dialect and those that build on it. */
    public MysqlIntrospection() {}

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        String sql = "SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN "
                + "('information_schema', 'mysql', 'performance_schema', 'sys') ORDER BY schema_name";
        return InformationSchema.read(connection, sql, row -> row.getString(1));
    }

    @Override
    public String defaultSchema(Connection connection) throws SQLException {
        String database = InformationSchema.read(connection, "SELECT coalesce(database(), '')", row -> row.getString(1))
                .get(0);
        return database;
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return names(connection, schema, "'BASE TABLE', 'SYSTEM VERSIONED'");
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return names(connection, schema, "'VIEW'");
    }

    private static List<String> names(Connection connection, @Nullable String schema, String types)
            throws SQLException {
        String sql =
                "SELECT table_name FROM information_schema.tables WHERE table_schema = coalesce(?, database()) AND table_type IN ("
                        + types + ") ORDER BY table_name";
        return InformationSchema.read(connection, sql, row -> row.getString(1), schema);
    }

    @Override
    public Optional<TableDescription> table(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        List<CheckDescription> checks = checks(connection, schema, table);
        List<ColumnDescription> columns = columns(connection, schema, table);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<ForeignKeyDescription> foreignKeys = foreignKeys(connection, schema, table);
        List<IndexDescription> indexes = indexes(connection, schema, table);
        Set<String> ofForeignKeys =
                foreignKeys.stream().map(ForeignKeyDescription::name).collect(Collectors.toSet());
        return Optional.of(new TableDescription(
                schema,
                table,
                columns,
                indexes.stream()
                        .filter(MysqlIntrospection::isPrimary)
                        .map(MysqlIntrospection::key)
                        .findFirst(),
                foreignKeys,
                indexes.stream()
                        .filter(index -> isKey(index, columns) && !isPrimary(index))
                        .map(MysqlIntrospection::key)
                        .toList(),
                checks,
                indexes.stream()
                        .filter(index -> !isKey(index, columns) && !ofForeignKeys.contains(index.name()))
                        .toList(),
                comment(connection, schema, table)));
    }

    /** Of a view it is the word VIEW. */
    private static Optional<String> comment(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        String sql = "SELECT table_comment FROM information_schema.tables" + OF_TABLE + " AND table_type <> 'VIEW'";
        return InformationSchema.read(connection, sql, row -> TableDescription.comment(row.getString(1)), schema, table)
                .stream()
                .findFirst()
                .flatMap(each -> each);
    }

    private static boolean isPrimary(IndexDescription index) {
        return index.name().equals("PRIMARY");
    }

    private static boolean isKey(IndexDescription index, List<ColumnDescription> columns) {
        return index.unique()
                && !index.name().startsWith("ix_")
                && index.columns().stream()
                        .allMatch(name -> columns.stream()
                                .anyMatch(column -> column.name().equals(name)));
    }

    private static TableDescription.Key key(IndexDescription index) {
        return new TableDescription.Key(isPrimary(index) ? "" : index.name(), index.columns());
    }

    private List<ColumnDescription> columns(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        String sql =
                "SELECT column_name, column_type, is_nullable, extra, column_default, column_comment FROM information_schema.columns"
                        + OF_TABLE + " ORDER BY ordinal_position";
        return InformationSchema.read(connection, sql, this::column, schema, table);
    }

    private ColumnDescription column(ResultSet row) throws SQLException {
        String declaration = MysqlTypes.declaration(row.getString(2));
        String extra = row.getString(4).toLowerCase(Locale.ROOT);
        String value = row.getString(5);
        return new ColumnDescription(
                row.getString(1),
                MysqlTypes.of(declaration),
                declaration,
                row.getString(3).equals("YES"),
                extra.contains("auto_increment"),
                value == null ? null : defaultValue(value, declaration, extra.contains("default_generated")),
                TableDescription.comment(row.getString(6)));
    }

    /**
     * A default as SQL text.
     *
     * @param expression whether it is one, rather than a value
     */
    protected @Nullable String defaultValue(String value, String declaration, boolean expression) {
        if (expression) {
            return unescaped(value);
        }
        boolean number = declaration.matches("(TINY|SMALL|MEDIUM|BIG)?INT.*|DECIMAL.*|DOUBLE.*|FLOAT.*|BIT.*|YEAR.*");
        return number ? value : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** The server keeps expressions as they would be written within a text. */
    private static String unescaped(String expression) {
        return expression.replaceAll("(?s)\\\\(.)", "$1");
    }

    private static List<ForeignKeyDescription> foreignKeys(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        String sql = "SELECT k.constraint_name, k.column_name, k.referenced_table_schema, k.referenced_table_name,"
                + " k.referenced_column_name, r.delete_rule, k.table_schema, r.update_rule"
                + " FROM information_schema.key_column_usage k"
                + " JOIN information_schema.referential_constraints r ON r.constraint_schema = k.constraint_schema"
                + " AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name"
                + " WHERE k.table_schema = coalesce(?, database()) AND k.table_name = ?"
                + " AND k.referenced_table_name IS NOT NULL ORDER BY k.constraint_name, k.ordinal_position";
        List<Map.Entry<String, ForeignKeyDescription>> rows = InformationSchema.read(
                connection, sql, row -> Map.entry(row.getString(1), foreignKey(row)), schema, table);
        List<ForeignKeyDescription> keys = new ArrayList<>();
        InformationSchema.grouped(rows).forEach((name, parts) -> keys.add(joined(parts)));
        return keys;
    }

    private static ForeignKeyDescription foreignKey(ResultSet row) throws SQLException {
        boolean same = row.getString(3).equals(row.getString(7));
        return new ForeignKeyDescription(
                row.getString(1),
                List.of(row.getString(2)),
                same ? null : row.getString(3),
                row.getString(4),
                List.of(row.getString(5)),
                action(row.getString(6)),
                action(row.getString(8)));
    }

    /** RESTRICT is what NO ACTION is called here once it is stored, and does the same. */
    private static String action(String rule) {
        return rule.equals("RESTRICT") ? "NO ACTION" : rule;
    }

    private static ForeignKeyDescription joined(List<ForeignKeyDescription> parts) {
        ForeignKeyDescription first = parts.get(0);
        return new ForeignKeyDescription(
                first.name(),
                parts.stream().map(part -> part.columns().get(0)).toList(),
                first.schema(),
                first.table(),
                parts.stream().map(part -> part.targets().get(0)).toList(),
                first.onDelete(),
                first.onUpdate());
    }

    /** All indexes, by name. */
    private List<IndexDescription> indexes(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        String sql = "SELECT index_name, " + indexedPart()
                + ", non_unique, index_type, collation FROM information_schema.statistics" + OF_TABLE
                + " ORDER BY index_name, seq_in_index";
        List<Map.Entry<String, IndexDescription>> rows = InformationSchema.read(
                connection,
                sql,
                row -> Map.entry(
                        row.getString(1),
                        new IndexDescription(
                                row.getString(1),
                                List.of(indexed(row.getString(2), row.getString(3))),
                                row.getInt(4) == 0,
                                row.getString(5).toLowerCase(Locale.ROOT),
                                IndexDetails.of(null, List.of("D".equals(row.getString(6)) ? "DESC" : "")))),
                schema,
                table);
        List<IndexDescription> indexes = new ArrayList<>();
        InformationSchema.grouped(rows).forEach((name, parts) -> {
            List<String> columns =
                    parts.stream().map(part -> part.columns().get(0)).toList();
            List<String> orders = parts.stream()
                    .map(part -> part.details().orders().isEmpty() ? "" : "DESC")
                    .toList();
            indexes.add(new IndexDescription(
                    name, columns, parts.get(0).unique(), parts.get(0).method(), IndexDetails.of(null, orders)));
        });
        indexes.sort(Comparator.comparing(IndexDescription::name));
        return indexes;
    }

    private static String indexed(@Nullable String column, @Nullable String expression) {
        return column == null ? unescaped(String.valueOf(expression)) : column;
    }

    /** What tells a part of an index: its column, and its expression. */
    protected String indexedPart() {
        return "column_name, expression";
    }

    /** The checks, by name. */
    protected List<CheckDescription> checks(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        String sql = "SELECT c.constraint_name, c.check_clause FROM information_schema.check_constraints c"
                + " JOIN information_schema.table_constraints t ON t.constraint_schema = c.constraint_schema"
                + " AND t.constraint_name = c.constraint_name AND t.constraint_type = 'CHECK'"
                + " WHERE t.table_schema = coalesce(?, database()) AND t.table_name = ? ORDER BY c.constraint_name";
        return InformationSchema.read(
                connection,
                sql,
                row -> new CheckDescription(row.getString(1), unescaped(row.getString(2))),
                schema,
                table);
    }
}
