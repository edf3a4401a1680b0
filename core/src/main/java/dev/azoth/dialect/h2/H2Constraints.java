package dev.azoth.dialect.h2;

import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table's constraints. */
record H2Constraints(
        Optional<TableDescription.Key> primaryKey,
        List<ForeignKeyDescription> foreignKeys,
        List<TableDescription.Key> uniqueKeys,
        List<CheckDescription> checks) {

    /** A row for each column of each key; for a foreign key with the column that it refers to. */
    private static final String KEYS = "SELECT T.CONSTRAINT_NAME, T.CONSTRAINT_TYPE, K.COLUMN_NAME, "
            + "F.TABLE_SCHEMA, F.TABLE_NAME, F.COLUMN_NAME, R.DELETE_RULE, R.UPDATE_RULE "
            + "FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K "
            + "ON K.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = T.CONSTRAINT_NAME "
            + "LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R "
            + "ON R.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND R.CONSTRAINT_NAME = T.CONSTRAINT_NAME "
            + "LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE F ON F.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA "
            + "AND F.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME AND F.ORDINAL_POSITION = K.POSITION_IN_UNIQUE_CONSTRAINT "
            + "WHERE T.TABLE_SCHEMA = ? AND T.TABLE_NAME = ? ORDER BY T.CONSTRAINT_NAME, K.ORDINAL_POSITION";

    private static final String CHECKS = "SELECT T.CONSTRAINT_NAME, C.CHECK_CLAUSE "
            + "FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS C "
            + "ON C.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND C.CONSTRAINT_NAME = T.CONSTRAINT_NAME "
            + "WHERE T.TABLE_SCHEMA = ? AND T.TABLE_NAME = ? ORDER BY T.CONSTRAINT_NAME";

    private record Part(
            String name,
            String type,
            String column,
            @Nullable String schema,
            @Nullable String table,
            @Nullable String target,
            @Nullable String onDelete,
            @Nullable String onUpdate) {}

    static H2Constraints read(H2Query query, H2Names names, String schema, String table) throws SQLException {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        for (Part part : query.rows(KEYS, row -> part(row, names), schema, table)) {
            byName.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part);
        }
        List<TableDescription.Key> primary = new ArrayList<>();
        List<TableDescription.Key> unique = new ArrayList<>();
        List<ForeignKeyDescription> foreign = new ArrayList<>();
        byName.forEach((name, parts) -> {
            List<String> columns = parts.stream().map(Part::column).toList();
            switch (parts.get(0).type()) {
                case "PRIMARY KEY" -> primary.add(new TableDescription.Key(name, columns));
                case "UNIQUE" -> unique.add(new TableDescription.Key(name, columns));
                default -> foreign.add(foreignKey(parts, columns, names.said(schema)));
            }
        });
        List<CheckDescription> checks = query.rows(
                CHECKS, row -> new CheckDescription(names.said(row.getString(1)), row.getString(2)), schema, table);
        return new H2Constraints(primary.stream().findFirst(), foreign, unique, checks);
    }

    private static Part part(ResultSet row, H2Names names) throws SQLException {
        return new Part(
                names.said(row.getString(1)),
                row.getString(2),
                names.said(row.getString(3)),
                said(names, row.getString(4)),
                said(names, row.getString(5)),
                said(names, row.getString(6)),
                row.getString(7),
                row.getString(8));
    }

    private static @Nullable String said(H2Names names, @Nullable String stored) {
        return stored == null ? null : names.said(stored);
    }

    private static ForeignKeyDescription foreignKey(List<Part> parts, List<String> columns, String schema) {
        Part first = parts.get(0);
        return new ForeignKeyDescription(
                first.name(),
                columns,
                schema.equals(first.schema()) ? null : first.schema(),
                String.valueOf(first.table()),
                parts.stream().map(part -> String.valueOf(part.target())).toList(),
                String.valueOf(first.onDelete()),
                String.valueOf(first.onUpdate()));
    }
}
