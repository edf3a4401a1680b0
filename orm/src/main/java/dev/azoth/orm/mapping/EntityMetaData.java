package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.mapping.model.RowsModel;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.schema.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the tables and views of entities and of all that they lead to. */
public final class EntityMetaData {
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private EntityMetaData() {}

    /** The tables of these classes and of those that they lead to. */
    public static MetaData of(Class<?>... entities) {
        EntityMetaData gathered = new EntityMetaData();
        gathered.walk(new ArrayDeque<>(List.of(entities)));
        if (!gathered.problems.isEmpty()) {
            throw new MappingException(String.join("\n", gathered.problems));
        }
        MetaData metadata = MetaData.of(gathered.tables);
        gathered.views.forEach(metadata::view);
        return metadata;
    }

    private void walk(Deque<Class<?>> open) {
        Set<Class<?>> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            try {
                EntityMapping<?> mapping = EntityMapping.of(next);
                add(mapping);
                mapping.hierarchy().ifPresent(each -> each.all().forEach(other -> open.add(other.javaType())));
                mapping.relationships().forEach(each -> open.add(mapping.load(each.targetClass())));
            } catch (MappingException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void add(EntityMapping<?> mapping) {
        if (mapping.model().rows().kind() == RowsModel.Kind.VIEW) {
            View view = View.of(mapping.table().name(), QueriedRows.given(mapping));
            views.add(mapping.table().schema().map(view::in).orElse(view));
        }
        if (mapping.isReadOnly()) {
            return;
        }
        mapping.tables().forEach(each -> add(each.table(), mapping.javaType().getName()));
        for (JoinTable each : mapping.joinTables()) {
            add(each.table(), mapping.javaType().getName());
        }
        for (ElementsMapping each : mapping.elements()) {
            if (each.owner() == mapping) {
                add(each.table(), mapping.javaType().getName());
            }
        }
    }

    private void add(Table table, String owner) {
        String other = owners.putIfAbsent(table.qualifiedName(), owner);
        if (other == null) {
            tables.add(table);
        } else if (!tables.contains(table)) {
            problems.add(
                    "the table " + table.qualifiedName() + " is mapped twice, by " + other + " and by " + owner
                            + ": give one of them another name with @Table, @JoinTable or @CollectionTable, or say @ReadOnly of an entity that only reads it");
        }
    }
}
