package dev.azoth.sql;

import java.util.Set;

/** Finds the tables that an expression's columns belong to; those of a query inside it are the query's own affair. */
final class ColumnTables extends Traversal {
    private final Set<FromItem> tables;

    private ColumnTables(Set<FromItem> tables) {
        this.tables = tables;
    }

    static void collect(Expression<?> expression, Set<FromItem> into) {
        new ColumnTables(into).node(expression);
    }

    @Override
    protected boolean meet(Node node) {
        if (node instanceof ColumnReference<?> column) {
            if (!(column instanceof LooseColumn)) {
                tables.add(column.table());
            }
            return false;
        }
        return !(node instanceof Query);
    }
}
