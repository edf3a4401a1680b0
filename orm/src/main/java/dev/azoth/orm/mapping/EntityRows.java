package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a statement that changes rows of an entity, where these are not just those of a table: a session makes statements of it that databases know.
 *
 * @param mapping the entity
 */
public record EntityRows(EntityMapping<?> mapping) implements NamedTable {
    @Override
    public String name() {
        return mapping.table().name();
    }

    @Override
    public Optional<String> schema() {
        return mapping.table().schema();
    }

    @Override
    public List<? extends ColumnReference<?>> columns() {
        return mapping.source().from().columns();
    }

    /**
     * The entity that a table has the rows of: none for a table of pairs, for what an entity adds to the one that it extends, and for tables that are no
     * entity's.
     */
    public static Optional<EntityMapping<?>> entityOf(NamedTable table) {
        return any(table).filter(each -> table instanceof EntityRows || each.root() == each);
    }

    /** That entity, or one that extends another and has all of its rows in the table. */
    public static Optional<EntityMapping<?>> allOf(NamedTable table) {
        return any(table)
                .filter(each -> table instanceof EntityRows
                        || each.root() == each
                        || each.hierarchy()
                                .filter(it -> it.strategy() == HierarchyModel.Strategy.TABLE_PER_CLASS)
                                .isPresent());
    }

    private static Optional<EntityMapping<?>> any(NamedTable table) {
        if (table instanceof EntityRows rows) {
            return Optional.of(rows.mapping());
        }
        return table instanceof EntityTable made ? made.entity().map(EntityMapping::of) : Optional.empty();
    }

    /** The first of the entities that a table belongs to, also one of pairs or of values. */
    public static Optional<EntityMapping<?>> ownerOf(NamedTable table) {
        if (table instanceof EntityRows rows) {
            return Optional.of(rows.mapping().root());
        }
        return table instanceof EntityTable made
                ? Optional.of(EntityMapping.of(made.owner()).root())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return mapping.name();
    }
}
