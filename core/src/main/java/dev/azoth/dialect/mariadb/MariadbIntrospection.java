package dev.azoth.dialect.mariadb;

import dev.azoth.dialect.mysql.InformationSchema;
import dev.azoth.dialect.mysql.MysqlIntrospection;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.type.Types;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables out of {@code information_schema}, which differs from MySQL's in defaults, checks and JSON. */
final class MariadbIntrospection extends MysqlIntrospection {
    MariadbIntrospection() {}

    /** A column declared as JSON is a LONGTEXT with this check, which has the column's name. */
    @Override
    public Optional<TableDescription> table(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        return super.table(connection, schema, table).map(MariadbIntrospection::withJson);
    }

    private static TableDescription withJson(TableDescription table) {
        Set<String> json = new HashSet<>();
        for (CheckDescription check : table.checks()) {
            if (isJson(check)) {
                json.add(check.name());
            }
        }
        return new TableDescription(
                table.schema(),
                table.name(),
                table.columns().stream()
                        .map(column -> json.contains(column.name()) ? json(column) : column)
                        .toList(),
                table.primaryKey(),
                table.foreignKeys(),
                table.uniqueKeys(),
                table.checks().stream().filter(check -> !isJson(check)).toList(),
                table.indexes(),
                table.comment());
    }

    private static boolean isJson(CheckDescription check) {
        return check.condition().equals("json_valid(`" + check.name() + "`)");
    }

    private static ColumnDescription json(ColumnDescription column) {
        return new ColumnDescription(
                column.name(),
                Types.JSON,
                "JSON",
                column.nullable(),
                column.identity(),
                column.defaultValue(),
                column.comment());
    }

    /** Defaults are SQL text, and the word NULL where a column that may be null has none. */
    @Override
    protected @Nullable String defaultValue(String value, String declaration, boolean expression) {
        return value.equals("NULL") ? null : value;
    }

    @Override
    protected String indexedPart() {
        return "column_name, NULL";
    }

    @Override
    protected List<CheckDescription> checks(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        String sql = "SELECT constraint_name, check_clause FROM information_schema.check_constraints"
                + " WHERE constraint_schema = coalesce(?, database()) AND table_name = ? ORDER BY constraint_name";
        return InformationSchema.read(
                connection, sql, row -> new CheckDescription(row.getString(1), row.getString(2)), schema, table);
    }
}
