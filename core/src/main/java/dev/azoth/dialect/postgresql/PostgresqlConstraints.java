package dev.azoth.dialect.postgresql;

import static dev.azoth.dialect.postgresql.PostgresqlIntrospection.strings;

import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table's constraints, in one query. */
record PostgresqlConstraints(
        Optional<TableDescription.Key> primaryKey,
        List<ForeignKeyDescription> foreignKeys,
        List<TableDescription.Key> uniqueKeys,
        List<CheckDescription> checks) {

    /**
     * A foreign key to a partitioned table has further rows, one for each partition, whose parent is a key of the same table. Since 18
     * NOT NULL has rows too, of type n.
     */
    private static final String CONSTRAINTS = "SELECT k.contype, k.conname, " + columns("k.conrelid", "k.conkey") + ", "
            + "fn.nspname, f.relname, " + columns("k.confrelid", "k.confkey") + ", k.confdeltype, "
            + "pg_get_expr(k.conbin, k.conrelid), k.confupdtype FROM pg_catalog.pg_constraint k "
            + "LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid "
            + "LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace "
            + "WHERE k.conrelid = ? AND k.contype IN ('p', 'u', 'f', 'c') AND NOT EXISTS "
            + "(SELECT 1 FROM pg_catalog.pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid) "
            + "ORDER BY k.conname COLLATE \"C\"";

    private static String columns(String table, String numbers) {
        return "ARRAY(SELECT a.attname FROM unnest(" + numbers + ") WITH ORDINALITY AS n(number, position) "
                + "JOIN pg_catalog.pg_attribute a ON a.attrelid = " + table
                + " AND a.attnum = n.number ORDER BY n.position)";
    }

    static PostgresqlConstraints read(Connection connection, long table, String schema) throws SQLException {
        Optional<TableDescription.Key> primaryKey = Optional.empty();
        List<ForeignKeyDescription> foreignKeys = new ArrayList<>();
        List<TableDescription.Key> uniqueKeys = new ArrayList<>();
        List<CheckDescription> checks = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CONSTRAINTS)) {
            statement.setLong(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(2);
                    switch (rows.getString(1)) {
                        case "p" -> primaryKey = Optional.of(new TableDescription.Key(name, strings(rows, 3)));
                        case "u" -> uniqueKeys.add(new TableDescription.Key(name, strings(rows, 3)));
                        case "c" -> checks.add(new CheckDescription(name, rows.getString(8)));
                        default -> foreignKeys.add(foreignKey(name, rows, schema));
                    }
                }
            }
        }
        return new PostgresqlConstraints(primaryKey, foreignKeys, uniqueKeys, checks);
    }

    private static ForeignKeyDescription foreignKey(String name, ResultSet row, String schema) throws SQLException {
        String target = row.getString(4);
        return new ForeignKeyDescription(
                name,
                strings(row, 3),
                target.equals(schema) ? null : target,
                row.getString(5),
                strings(row, 6),
                action(row.getString(7)),
                action(row.getString(9)));
    }

    private static String action(String code) {
        return switch (code) {
            case "c" -> "CASCADE";
            case "n" -> "SET NULL";
            case "d" -> "SET DEFAULT";
            case "r" -> "RESTRICT";
            default -> "NO ACTION";
        };
    }
}
