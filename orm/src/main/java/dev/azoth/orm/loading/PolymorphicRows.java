package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.SelectinPolymorphic;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.Hierarchy;
import dev.azoth.orm.mapping.OwnColumns;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Query;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A query of an entity that others extend, over the rows of its own table: which objects there are, and of which classes. */
final class PolymorphicRows {
    private final EntityMapping<?> mapping;
    private final Hierarchy hierarchy;
    private final SelectinPolymorphic option;

    private PolymorphicRows(EntityMapping<?> mapping, Hierarchy hierarchy, SelectinPolymorphic option) {
        this.mapping = mapping;
        this.hierarchy = hierarchy;
        this.option = option;
    }

    /**
     * The option of a query; none if it has none.
     *
     * @throws InvalidRequestException if it does not fit the query
     */
    static Optional<PolymorphicRows> of(Query<?> query, List<? extends QueryOption> options) {
        for (QueryOption each : options) {
            if (each instanceof SelectinPolymorphic option) {
                EntityMapping<?> mapping = EntityMapping.of(option.entity());
                Hierarchy hierarchy = mapping.hierarchy()
                        .filter(it -> it.root() == mapping && it.isJoined())
                        .orElseThrow(() -> new InvalidRequestException(option
                                + " is for the first of entities that extend each other, each in a table of its own: "
                                + mapping.name() + " is not that"));
                PolymorphicRows rows = new PolymorphicRows(mapping, hierarchy, option);
                rows.check(query);
                PlanOptions.of(options).check(List.of(mapping));
                return Optional.of(rows);
            }
        }
        return Optional.empty();
    }

    /** Refuses the option of a query that is not followed by others. */
    static void refuse(Query<?> query) {
        for (QueryOption each : query instanceof Select<?> select ? select.options() : List.<QueryOption>of()) {
            if (each instanceof SelectinPolymorphic option) {
                throw refused(option, "the query stands within another, or its rows are read some at a time");
            }
        }
    }

    private void check(Query<?> query) {
        boolean alone = query instanceof Select<?> select
                && select.lock().isEmpty()
                && select.projection() instanceof Projection.Single
                && select.selection().size() == 1
                && select.selection().get(0) instanceof EntityPath<?> path
                && path.javaType() == mapping.javaType()
                && path.fromItem().equals(mapping.source().from());
        if (!alone) {
            throw refused(
                    option,
                    "the query must select " + mapping.name() + " alone, under its own name, and without a lock");
        }
    }

    private static InvalidRequestException refused(SelectinPolymorphic option, String why) {
        return new InvalidRequestException(option + ": " + why + "; leave it out, and the tables are joined");
    }

    /**
     * The objects of a query's rows.
     *
     * @param run  runs the query of the keys
     * @param load loads objects of an entity by their keys
     */
    List<Object> load(
            Query<?> asked,
            Function<Select<?>, List<?>> run,
            BiFunction<EntityMapping<?>, List<EntityKey>, Map<EntityKey, Object>> load) {
        Map<EntityKey, EntityMapping<?>> classes = classes(run.apply(keys(asked)));
        Map<EntityMapping<?>, List<EntityKey>> keys = new LinkedHashMap<>();
        classes.forEach((key, entity) ->
                keys.computeIfAbsent(entity, each -> new ArrayList<>()).add(key));
        Map<EntityKey, Object> objects = new HashMap<>();
        keys.forEach((entity, some) -> objects.putAll(load.apply(entity, some)));
        return classes.keySet().stream()
                .map(objects::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The query of keys, and of what tells the classes apart. */
    private Select<?> keys(Query<?> asked) {
        FromItem source = mapping.source().from();
        List<Column<?>> wanted = new ArrayList<>(mapping.key());
        wanted.add(hierarchy.discriminator());
        List<Expression<?>> selected = mapping.source().expressions(source, wanted);
        Select<?> joined = ((Select<?>) asked).withSelection(selected.toArray(Selectable[]::new));
        Map<?, Column<?>> own = OwnColumns.of(mapping);
        Table table = mapping.table();
        Select<?> rows = Rewriter.rewrite(
                joined,
                node -> node.equals(source) ? table : node instanceof ColumnReference<?> ? own.get(node) : null);
        Traversal.walk(rows, node -> {
            if (node instanceof Column<?> column && column.table() != table && own.containsValue(column)) {
                throw refused(
                        option,
                        "the query names " + column.table() + "." + column.name() + ", which is not in the table "
                                + table);
            }
            return true;
        });
        return rows;
    }

    /** The keys of rows, by the entity that each row is of; in the order of the rows. */
    private Map<EntityKey, EntityMapping<?>> classes(List<?> rows) {
        int width = mapping.key().size();
        Map<EntityKey, EntityMapping<?>> classes = new LinkedHashMap<>();
        for (Object each : rows) {
            List<?> values = ((Row) each).values();
            classes.put(mapping.key(values.subList(0, width).toArray()), hierarchy.of(values.get(width)));
        }
        return classes;
    }
}
