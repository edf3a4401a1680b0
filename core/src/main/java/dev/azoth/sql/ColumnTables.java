package dev.azoth.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tables that an expression's columns belong to; those of a query inside it are the query's own affair. */
final class ColumnTables implements Structure {
    private final Set<FromItem> tables;

    private ColumnTables(Set<FromItem> tables) {
        this.tables = tables;
    }

    static void collect(Expression<?> expression, Set<FromItem> into) {
        new ColumnTables(into).node(expression);
    }

    @Override
    public Structure node(@Nullable Node part) {
        if (part instanceof ColumnReference<?> column) {
            if (!(column instanceof LooseColumn)) {
                tables.add(column.table());
            }
        } else if (part != null && !(part instanceof Query)) {
            part.describe(this);
        }
        return this;
    }

    @Override
    public Structure nodes(List<? extends Node> parts) {
        parts.forEach(this::node);
        return this;
    }

    @Override
    public Structure value(@Nullable Object part) {
        return this;
    }

    @Override
    public Structure bind(Bind<?> bind) {
        return this;
    }

    @Override
    public Structure expanding(InList<?> list) {
        return this;
    }
}
