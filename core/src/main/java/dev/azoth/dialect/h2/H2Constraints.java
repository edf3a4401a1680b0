package dev.azoth.dialect.h2;

import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.inspect.TableDescription.Key;
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
        Optional<Key> primaryKey,
        List<ForeignKeyDescription> foreignKeys,
        List<Key> uniqueKeys,
        List<CheckDescription> checks) {

    /** A row for each column of each key; for a foreign key with the column that it refers to. */
    private static final String KEYS = "SELECT t.constraint_name, t.constraint_type, k.column_name, "
            + "f.table_schema, f.table_name, f.column_name, r.delete_rule "
            + "FROM information_schema.table_constraints t JOIN information_schema.key_column_usage k "
            + "ON k.constraint_schema = t.constraint_schema AND k.constraint_name = t.constraint_name "
            + "LEFT JOIN information_schema.referential_constraints r "
            + "ON r.constraint_schema = t.constraint_schema AND r.constraint_name = t.constraint_name "
            + "LEFT JOIN information_schema.key_column_usage f ON f.constraint_schema = r.unique_constraint_schema "
            + "AND f.constraint_name = r.unique_constraint_name AND f.ordinal_position = k.position_in_unique_constraint "
            + "WHERE t.table_schema = ? AND t.table_name = ? ORDER BY t.constraint_name, k.ordinal_position";

    private static final String CHECKS = "SELECT t.constraint_name, c.check_clause "
            + "FROM information_schema.table_constraints t JOIN information_schema.check_constraints c "
            + "ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name "
            + "WHERE t.table_schema = ? AND t.table_name = ? ORDER BY t.constraint_name";

    private record Part(
            String name,
            String type,
            String column,
            @Nullable String schema,
            @Nullable String table,
            @Nullable String target,
            @Nullable String onDelete) {}

    static H2Constraints read(H2Query query, H2Names names, String schema, String table) throws SQLException {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        for (Part part : query.rows(KEYS, row -> part(row, names), schema, table)) {
            byName.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part);
        }
        List<Key> primary = new ArrayList<>();
        List<Key> unique = new ArrayList<>();
        List<ForeignKeyDescription> foreign = new ArrayList<>();
        byName.forEach((name, parts) -> {
            List<String> columns = parts.stream().map(Part::column).toList();
            switch (parts.get(0).type()) {
                case "PRIMARY KEY" -> primary.add(new Key(name, columns));
                case "UNIQUE" -> unique.add(new Key(name, columns));
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
                row.getString(7));
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
                String.valueOf(first.onDelete()));
    }
}
