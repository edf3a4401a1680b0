package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the query of an entity's rows, where they are not all that is in one table: tables joined, rows chosen, or the rows of several tables one after the
 * other.
 */
final class HierarchyRows {
    private HierarchyRows() {}

    /** The rows of an entity and of those below it, with these columns. */
    static QueriedRows of(Hierarchy hierarchy, List<Column<?>> columns) {
        return switch (hierarchy.strategy()) {
            case SINGLE_TABLE ->
                new QueriedRows(
                        Sql.select(new ArrayList<Selectable<?>>(columns))
                                .from(hierarchy.root().table())
                                .where(hierarchy.isOfThese()),
                        Map.of(),
                        Map.of());
            case JOINED -> new QueriedRows(joined(hierarchy, columns, hierarchy.below()), Map.of(), Map.of());
            case TABLE_PER_CLASS -> oneAfterTheOther(hierarchy, distinct(columns));
        };
    }

    /**
     * The same rows with some of their columns, and without the tables that only have others.
     *
     * @param names the columns that are kept, with their names
     */
    static Query<?> trimmed(Hierarchy hierarchy, Map<Column<?>, String> names) {
        List<Column<?>> columns = List.copyOf(names.keySet());
        return switch (hierarchy.strategy()) {
            case SINGLE_TABLE -> of(hierarchy, columns).query();
            case JOINED ->
                joined(
                        hierarchy,
                        columns,
                        hierarchy.below().stream()
                                .filter(each -> columns.stream().anyMatch(column -> column.table() == each.table()))
                                .toList());
            case TABLE_PER_CLASS -> oneAfterTheOther(hierarchy, names).query();
        };
    }

    private static Select<?> joined(Hierarchy hierarchy, List<Column<?>> columns, List<EntityMapping<?>> below) {
        List<EntityMapping<?>> above = hierarchy.mapping().lineage();
        Select<?> rows = Sql.select(new ArrayList<Selectable<?>>(columns))
                .from(above.get(0).table());
        for (EntityMapping<?> each : above.subList(1, above.size())) {
            rows = rows.join(each.table(), sameKey(hierarchy, each));
        }
        for (EntityMapping<?> each : below) {
            rows = rows.leftJoin(each.table(), sameKey(hierarchy, each));
        }
        return rows;
    }

    private static Condition sameKey(Hierarchy hierarchy, EntityMapping<?> each) {
        List<Column<?>> first = hierarchy.root().table().primaryKey();
        List<Column<?>> own = each.table().primaryKey();
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            parts.add(equal(own.get(i), first.get(i)));
        }
        return Sql.allOf(parts);
    }

    @SuppressWarnings("unchecked") // the key's columns are alike in all tables
    private static <T> Condition equal(Column<T> own, Column<?> first) {
        return own.eq((Expression<T>) first);
    }

    private static QueriedRows oneAfterTheOther(Hierarchy hierarchy, Map<Column<?>, String> names) {
        List<Query<Object>> queries = new ArrayList<>();
        Map<FromItem, TablePart> tables = new HashMap<>();
        for (EntityMapping<?> each : hierarchy.withRows()) {
            List<Expression<?>> selected = new ArrayList<>();
            names.forEach((column, name) -> selected.add(in(each, hierarchy, column, name)));
            queries.add(rows(selected, each));
            tables.put(each.table(), each.tables().get(0));
        }
        return new QueriedRows(Sql.unionAll(queries), names, tables);
    }

    @SuppressWarnings("unchecked") // nobody looks at what its rows are: it stands in FROM
    private static Query<Object> rows(List<Expression<?>> selected, EntityMapping<?> entity) {
        return (Query<Object>)
                (Query<?>) Sql.select(new ArrayList<Selectable<?>>(selected)).from(entity.table());
    }

    /** A column as one of the entities has it: NULL where it has none. */
    private static Expression<?> in(EntityMapping<?> entity, Hierarchy hierarchy, Column<?> column, String name) {
        if (column == hierarchy.discriminator()) {
            return hierarchy.valueOf(entity).as(name);
        }
        TablePart table = entity.tables().get(0);
        return table.has(column)
                ? named(table.own(column), name)
                : Sql.nullValue(column.type()).cast(column.type()).as(name);
    }

    private static Expression<?> named(Column<?> column, String name) {
        return column.name().equals(name) ? column : column.as(name);
    }

    private static Map<Column<?>, String> distinct(List<Column<?>> columns) {
        Set<String> taken = new HashSet<>();
        Map<Column<?>, String> names = new LinkedHashMap<>();
        for (Column<?> each : columns) {
            String name = each.name();
            for (int i = 2; !taken.add(name); i++) {
                name = each.name() + "_" + i;
            }
            names.put(each, name);
        }
        return names;
    }
}
