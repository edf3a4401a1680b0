package dev.azoth.dialect.sqlite;

import dev.azoth.dialect.sqlite.SqliteTableText.Constraint;
import dev.azoth.dialect.sqlite.SqliteTableText.Kind;
import dev.azoth.inspect.Introspection;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.inspect.TableDescription.IndexDetails;
import dev.azoth.type.Types;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tables through SQLite's PRAGMA functions; names of constraints and checks out of the text of CREATE TABLE. */
final class SqliteIntrospection implements Introspection {
    private static final String MAIN = "main";

    SqliteIntrospection() {}

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return new SqlitePragmas(connection, MAIN).schemas();
    }

    @Override
    public String defaultSchema(Connection connection) {
        return MAIN;
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return pragmas(connection, schema).names("type IN ('table', 'virtual')");
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return pragmas(connection, schema).names("type = 'view'");
    }

    private static SqlitePragmas pragmas(Connection connection, @Nullable String schema) {
        return new SqlitePragmas(connection, schema == null ? MAIN : schema);
    }

    @Override
    public Optional<TableDescription> table(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        SqlitePragmas pragmas = pragmas(connection, schema);
        List<SqlitePragmas.ColumnRow> columns = pragmas.columns(table);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String text = pragmas.text(table);
        boolean plain = text.toUpperCase(Locale.ROOT).matches("(?s)CREATE\\s+(TEMP\\s+|TEMPORARY\\s+)?TABLE\\b.*");
        List<Constraint> constraints = plain ? SqliteTableText.constraints(text) : List.of();
        List<SqlitePragmas.IndexRow> indexes = pragmas.indexes(table);
        return Optional.of(new TableDescription(
                schema,
                table,
                columns(columns, plain && pragmas.hasRowNumber(table)),
                primaryKey(columns, constraints),
                foreignKeys(pragmas, table, constraints),
                uniqueKeys(indexes, constraints),
                checks(constraints),
                indexes.stream()
                        .filter(index -> index.origin().equals("c"))
                        .map(index -> new IndexDescription(
                                index.name(),
                                index.columns(),
                                index.unique(),
                                "",
                                IndexDetails.of(index.condition(), index.orders())))
                        .sorted(Comparator.comparing(IndexDescription::name))
                        .toList()));
    }

    /** A column declared as exactly INTEGER that is the primary key alone is the number of the row. */
    private static List<ColumnDescription> columns(List<SqlitePragmas.ColumnRow> rows, boolean numbered) {
        boolean single = rows.stream().filter(row -> row.keyPosition() > 0).count() == 1;
        List<ColumnDescription> columns = new ArrayList<>();
        for (SqlitePragmas.ColumnRow row : rows) {
            boolean identity =
                    numbered && single && row.keyPosition() > 0 && row.type().equalsIgnoreCase("INTEGER");
            columns.add(new ColumnDescription(
                    row.name(),
                    identity ? Types.BIGINT : SqliteTypes.of(row.type()),
                    row.type().toUpperCase(Locale.ROOT),
                    !row.notNull() && !identity,
                    identity,
                    row.defaultValue()));
        }
        return columns;
    }

    private static Optional<TableDescription.Key> primaryKey(
            List<SqlitePragmas.ColumnRow> rows, List<Constraint> constraints) {
        List<String> columns = rows.stream()
                .filter(row -> row.keyPosition() > 0)
                .sorted(Comparator.comparingInt(SqlitePragmas.ColumnRow::keyPosition))
                .map(SqlitePragmas.ColumnRow::name)
                .toList();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableDescription.Key(name(constraints, Kind.PRIMARY_KEY, columns), columns));
    }

    private static List<TableDescription.Key> uniqueKeys(
            List<SqlitePragmas.IndexRow> indexes, List<Constraint> constraints) {
        return indexes.stream()
                .filter(index -> index.origin().equals("u"))
                .map(index ->
                        new TableDescription.Key(name(constraints, Kind.UNIQUE, index.columns()), index.columns()))
                .sorted(Comparator.comparing(TableDescription.Key::name))
                .toList();
    }

    private static List<ForeignKeyDescription> foreignKeys(
            SqlitePragmas pragmas, String table, List<Constraint> constraints) throws SQLException {
        List<ForeignKeyDescription> keys = new ArrayList<>();
        for (SqlitePragmas.ForeignKeyRow row : pragmas.foreignKeys(table)) {
            List<String> targets = row.targets().isEmpty() ? pragmas.primaryKey(row.table()) : row.targets();
            String name = name(constraints, Kind.FOREIGN_KEY, row.columns());
            keys.add(new ForeignKeyDescription(
                    name, row.columns(), null, row.table(), targets, row.onDelete(), row.onUpdate()));
        }
        keys.sort(Comparator.comparing(ForeignKeyDescription::name));
        return keys;
    }

    private static List<CheckDescription> checks(List<Constraint> constraints) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == Kind.CHECK)
                .map(constraint -> new CheckDescription(constraint.name(), constraint.condition()))
                .sorted(Comparator.comparing(CheckDescription::name))
                .toList();
    }

    /** SQLite compares names without regard to case. */
    private static String name(List<Constraint> constraints, Kind kind, List<String> columns) {
        return constraints.stream()
                .filter(each -> each.kind() == kind
                        && String.join(",", each.columns()).equalsIgnoreCase(String.join(",", columns)))
                .map(Constraint::name)
                .findFirst()
                .orElse("");
    }
}
