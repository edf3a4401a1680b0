package dev.azoth.inspect;

import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.TextCondition;
import dev.azoth.sql.TextExpression;
import dev.azoth.sql.TextFragment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes tables out of descriptions. Tables that refer to each other are read once. */
final class Reflection {
    private final Inspector inspector;
    private final MetaData into;

    Reflection(Inspector inspector, MetaData into) {
        this.inspector = inspector;
        this.into = into;
    }

    Table table(@Nullable String schema, String name) {
        Optional<Table> known = into.table(schema, name);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<TableDescription> found = inspector.table(schema, name);
        int dot = name.indexOf('.');
        if (found.isEmpty() && schema == null && dot > 0) {
            return table(name.substring(0, dot), name.substring(dot + 1));
        }
        TableDescription description = found.orElseThrow(() -> inspector.missing(schema, name));
        Table table = Table.reflected(into, schema, name);
        description.comment().ifPresent(table::comment);
        for (TableDescription.ColumnDescription each : description.columns()) {
            column(each, description, table);
        }
        description.uniqueKeys().forEach(key -> table.unique(named(key.name()), columns(table, key.columns())));
        int checks = 0;
        for (TableDescription.CheckDescription check : description.checks()) {
            checks++;
            table.check(
                    check.name().isEmpty() ? "ck_" + name + "_" + checks : check.name(),
                    new TextCondition(verbatim(check.condition())));
        }
        description.indexes().forEach(index -> ReflectedIndex.add(index, table));
        description.foreignKeys().forEach(key -> foreignKey(key, table, schema));
        return table;
    }

    private static void column(TableDescription.ColumnDescription each, TableDescription description, Table table) {
        Column<?> column = Column.of(each.name(), each.type());
        if (description
                .primaryKey()
                .filter(key -> key.columns().contains(each.name()))
                .isPresent()) {
            column.primaryKey();
        }
        if (!each.nullable()) {
            column.notNull();
        }
        if (each.identity()) {
            column.identity();
        }
        String defaultValue = each.defaultValue();
        if (defaultValue != null) {
            serverDefault(column, defaultValue);
        }
        each.comment().ifPresent(column::comment);
        table.add(column);
    }

    private static <T> void serverDefault(Column<T> column, String sql) {
        column.serverDefault(new TextExpression<>(verbatim(sql), column.type()));
    }

    /** The database's own text has no parameters: each colon in it is a colon. */
    static TextFragment verbatim(String sql) {
        return new TextFragment(List.of(sql), List.of(), Map.of());
    }

    private static @Nullable String named(String name) {
        return name.isEmpty() ? null : name;
    }

    private void foreignKey(TableDescription.ForeignKeyDescription key, Table table, @Nullable String schema) {
        String targetSchema = key.schema() == null ? schema : ownSchemaAsNone(key.schema(), key.table());
        Table target =
                key.table().equals(table.name()) && key.schema() == null ? table : table(targetSchema, key.table());
        table.foreignKey(
                named(key.name()),
                columns(table, key.columns()),
                () -> columns(target, key.targets()),
                action(key.onDelete()),
                action(key.onUpdate()));
    }

    private static ForeignKey.Action action(String keywords) {
        return switch (keywords) {
            case "CASCADE" -> ForeignKey.Action.CASCADE;
            case "SET NULL" -> ForeignKey.Action.SET_NULL;
            default -> ForeignKey.Action.NO_ACTION;
        };
    }

    /** A table that was read, or is being read, without its schema is not read again because another schema's table names it. */
    private @Nullable String ownSchemaAsNone(String schema, String table) {
        return into.table(null, table).isPresent() && schema.equals(inspector.defaultSchema()) ? null : schema;
    }

    private static List<Column<?>> columns(Table table, List<String> names) {
        return names.stream().<Column<?>>map(table::column).toList();
    }
}
