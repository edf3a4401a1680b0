package dev.azoth.orm.mapping;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.ColumnsByName;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableAlias;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is read to find the objects of an entity: its table, or a query, where its rows are in several or it has only some of those of its table.
 */
public final class RowSource {
    private final EntityMapping<?> mapping;
    private final List<Column<?>> columns;
    private final List<Column<?>> all;
    private final Map<Column<?>, AttributeExpression> computed;
    private final @Nullable QueriedRows rows;
    private final Map<FromItem, TablePart> tables;
    private final FromItem from;

    private RowSource(
            EntityMapping<?> mapping,
            List<Column<?>> columns,
            List<Column<?>> all,
            Map<Column<?>, AttributeExpression> computed,
            @Nullable QueriedRows rows) {
        this.mapping = mapping;
        this.columns = List.copyOf(columns);
        this.all = List.copyOf(all);
        this.computed = Map.copyOf(computed);
        this.rows = rows;
        this.tables = rows == null ? Map.of() : rows.tables();
        this.from = rows == null ? mapping.table() : rows.query().subquery(name());
    }

    static RowSource of(EntityMapping<?> mapping) {
        Set<Column<?>> all = new LinkedHashSet<>(ownColumns(mapping));
        List<EntityMapping<?>> entities = new ArrayList<>(List.of(mapping));
        Hierarchy hierarchy =
                mapping.hierarchy().filter(each -> !each.isTable()).orElse(null);
        mapping.hierarchy().ifPresent(each -> entities.addAll(each.below()));
        if (hierarchy != null) {
            all.add(hierarchy.discriminator());
        }
        Set<Column<?>> deferred = new LinkedHashSet<>();
        Map<Column<?>, AttributeExpression> computed = new HashMap<>();
        for (EntityMapping<?> each : entities) {
            all.addAll(ownColumns(each));
            each.columnAttributes().stream()
                    .filter(ColumnAttribute::isLazy)
                    .forEach(lazy -> deferred.add(lazy.column()));
            for (RelationshipMapping relationship : each.relationships()) {
                if (relationship instanceof ToOneMapping toOne) {
                    toOne.place().ifPresent(deferred::add); // the collection reads it
                }
            }
            each.columnAttributes()
                    .forEach(any -> any.expression().ifPresent(found -> computed.put(any.column(), found)));
        }
        List<Column<?>> eager = new ArrayList<>(all);
        eager.removeAll(deferred);
        all.removeAll(computed.keySet());
        List<Column<?>> stored = new ArrayList<>(all);
        QueriedRows rows =
                hierarchy == null ? QueriedRows.of(mapping, stored).orElse(null) : HierarchyRows.of(hierarchy, stored);
        return new RowSource(mapping, eager, stored, computed, rows);
    }

    /** The columns that an entity's own objects have: of a table that several entities share, not those of the others. */
    private static List<Column<?>> ownColumns(EntityMapping<?> mapping) {
        Optional<Hierarchy> hierarchy = mapping.hierarchy();
        if (hierarchy.isEmpty()) {
            return mapping.columns();
        }
        Set<Column<?>> used = new LinkedHashSet<>();
        hierarchy.filter(Hierarchy::isStored).ifPresent(each -> used.add(each.discriminator()));
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column) {
                used.add(column.column());
            } else if (each instanceof ToOneMapping toOne) {
                used.addAll(toOne.columns());
                toOne.place().ifPresent(used::add);
            }
        }
        return mapping.columns().stream().filter(used::contains).toList();
    }

    private String name() {
        Optional<Hierarchy> hierarchy = mapping.hierarchy();
        return hierarchy.isPresent()
                        && mapping.table() == hierarchy.get().root().table()
                ? mapping.name().toLowerCase(Locale.ROOT)
                : mapping.table().name();
    }

    /** The columns that are read when a query does not say. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** Those among them that objects of some entities have. */
    public List<Column<?>> columns(Collection<EntityMapping<?>> entities) {
        Set<Column<?>> some = new HashSet<>();
        entities.forEach(each -> some.addAll(ownColumns(each)));
        mapping.hierarchy().ifPresent(each -> some.add(each.discriminator()));
        return columns.stream().filter(some::contains).toList();
    }

    /** The same rows under the same name, with some of their columns, and without the tables that only have others. */
    public Subquery trimmed(Subquery whole, Set<String> names) {
        Map<Column<?>, String> kept = new LinkedHashMap<>();
        for (Column<?> each : all) {
            String name = Objects.requireNonNull(rows).name(each).orElse(each.name());
            if (names.contains(name)) {
                kept.put(each, name);
            }
        }
        return HierarchyRows.trimmed(mapping.hierarchy().orElseThrow(), kept).subquery(whole.name());
    }

    /** Those and the ones that are read when they are asked for. */
    public List<Column<?>> allColumns() {
        return all;
    }

    /** What stands in FROM. */
    public FromItem from() {
        return from;
    }

    /** What stands in a statement that changes the rows. */
    public NamedTable changed() {
        if (mapping.isReadOnly()) {
            throw mapping.readOnly("a row of it");
        }
        return rows == null && mapping.isOneTable() ? mapping.table() : new EntityRows(mapping);
    }

    /** The same under another name. */
    public NamedFrom from(String alias) {
        return rows == null ? mapping.table().as(alias) : rows.query().subquery(alias);
    }

    /** A column of the entity in what stands for it in FROM. */
    public <T> ColumnReference<T> column(FromItem source, Column<T> column) {
        TablePart table = rows == null
                ? mapping.tables().get(0)
                : tables.get(source instanceof TableAlias alias ? alias.table() : source);
        String name = rows == null || table != null ? null : rows.name(column).orElse(null);
        if (name != null && source instanceof ColumnsByName named) {
            return named.get(name, column.type());
        }
        Column<T> own = table != null && table.has(column) ? table.own(column) : column;
        return source instanceof NamedFrom named ? named.get(own) : own;
    }

    /** Whether a column is what an expression gives, and in no table. */
    public boolean isComputed(Column<?> column) {
        return computed.containsKey(column);
    }

    /** What a column that is {@linkplain #isComputed computed} is for the entity as it stands in a statement. */
    public Expression<?> computed(EntityPath<?> path, Column<?> column) {
        return Objects.requireNonNull(computed.get(column)).in(path);
    }

    /** What columns of the entity are read from in what stands for it in FROM: those columns, or expressions. */
    public List<Expression<?>> expressions(FromItem source, List<Column<?>> some) {
        List<Expression<?>> here = new ArrayList<>(some.size());
        for (Column<?> each : some) {
            here.add(isComputed(each) ? computed(path(source), each) : column(source, each));
        }
        return here;
    }

    private EntityPath<?> path(FromItem source) {
        EntityPath<?> own = Entities.path(mapping.javaType());
        return source instanceof NamedFrom named && !source.equals(from) ? own.from(named) : own;
    }

    /** Whether some of the columns that are read are expressions. */
    public boolean isComputed() {
        return columns.stream().anyMatch(computed::containsKey);
    }

    /** Whether that, under any name, is what stands in FROM. */
    public boolean isOwn(FromItem item) {
        return item.equals(from)
                || (item instanceof TableAlias alias && alias.table().equals(from))
                || (rows != null
                        && item instanceof Subquery other
                        && other.query().equals(rows.query()));
    }
}
