package dev.azoth.orm.criteria;

import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.EntityRows;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.Traversal;
import java.util.function.Predicate;

/** Finds out whether a statement has a table of an entity that there are conditions on: most have none, and need not be made anew. */
final class ConcernedTables extends Traversal {
    private final Predicate<EntityMapping<?>> concerned;
    private boolean found;

    private ConcernedTables(Predicate<EntityMapping<?>> concerned) {
        this.concerned = concerned;
    }

    static boolean areIn(Node statement, Predicate<EntityMapping<?>> concerned) {
        ConcernedTables tables = new ConcernedTables(concerned);
        tables.node(statement);
        return tables.found;
    }

    @Override
    protected boolean meet(Node node) {
        NamedTable table =
                node instanceof TableAlias alias ? alias.table() : node instanceof NamedTable own ? own : null;
        if (!found && table != null) {
            found = EntityRows.allOf(table).filter(concerned).isPresent();
        } else if (!found && node instanceof Select<?> select) {
            nodes(select.from()); // which may be known by its columns only
        }
        return !found;
    }
}
