package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Select;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableAlias;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
    private final @Nullable Select<?> query;
    private final FromItem from;

    private RowSource(EntityMapping<?> mapping, List<Column<?>> columns, List<Column<?>> all) {
        this.mapping = mapping;
        this.columns = List.copyOf(columns);
        this.all = List.copyOf(all);
        this.query = mapping.hierarchy()
                .filter(each -> !each.isTable())
                .<Select<?>>map(each -> each.rows(all))
                .orElse(null);
        this.from = query == null ? mapping.table() : named(query, name());
    }

    static RowSource of(EntityMapping<?> mapping) {
        Set<Column<?>> all = new LinkedHashSet<>(mapping.ownColumns());
        List<EntityMapping<?>> entities = new ArrayList<>(List.of(mapping));
        mapping.hierarchy().ifPresent(each -> entities.addAll(each.below()));
        Set<Column<?>> deferred = new LinkedHashSet<>();
        for (EntityMapping<?> each : entities) {
            all.addAll(each.ownColumns());
            each.columnAttributes().stream()
                    .filter(ColumnAttribute::isLazy)
                    .forEach(lazy -> deferred.add(lazy.column()));
            for (RelationshipMapping relationship : each.relationships()) {
                if (relationship instanceof ToOneMapping toOne) {
                    toOne.place().ifPresent(deferred::add); // the collection reads it
                }
            }
        }
        List<Column<?>> eager = new ArrayList<>(all);
        eager.removeAll(deferred);
        return new RowSource(mapping, eager, new ArrayList<>(all));
    }

    private String name() {
        Optional<Hierarchy> hierarchy = mapping.hierarchy();
        return hierarchy.isPresent()
                        && mapping.table() == hierarchy.get().root().table()
                ? mapping.name().toLowerCase(Locale.ROOT)
                : mapping.table().name();
    }

    private static Subquery named(Select<?> query, String name) {
        return query.subquery(name);
    }

    /** The columns that are read when a query does not say. */
    public List<Column<?>> columns() {
        return columns;
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
        return query == null ? mapping.table() : new EntityRows(mapping);
    }

    /** The same under another name. */
    public NamedFrom from(String alias) {
        return query == null ? mapping.table().as(alias) : named(query, alias);
    }

    /** Whether that, under any name, is what stands in FROM. */
    public boolean isOwn(FromItem item) {
        return item.equals(from)
                || (item instanceof TableAlias alias && alias.table().equals(from))
                || (query != null
                        && item instanceof Subquery other
                        && other.query().equals(query));
    }

    /** A column of the entity in what stands for it in FROM under any name. */
    public <T> ColumnReference<T> column(FromItem own, Column<T> column) {
        return own instanceof NamedFrom named ? named.get(column) : column;
    }
}
