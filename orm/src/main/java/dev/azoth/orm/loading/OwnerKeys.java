package dev.azoth.orm.loading;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import java.util.ArrayList;
import java.util.List;

/** Turns the query that found some objects into a query of their keys, which stands in another for all of them. */
final class OwnerKeys {
    private static final String WRAPPED = "page";

    private OwnerKeys() {}

    /**
     * The keys of what a query finds, each once.
     *
     * @param query selects the node's columns from the node's place on
     */
    static Select<?> of(Select<?> query, EntityNode node) {
        if (!ChosenRows.isChosen(query) && !ChosenRows.isGrouped(query)) {
            List<Expression<?>> key = node.columns().here(node.plan().mapping().key());
            return ChosenRows.reading(query)
                    .unordered()
                    .withSelection(key.toArray(Selectable[]::new))
                    .distinct();
        }
        Subquery page = query.subquery(WRAPPED);
        List<ColumnReference<?>> key = new ArrayList<>();
        for (int each : node.plan().layout().key()) {
            key.add(page.columns().get(node.place() + each));
        }
        return Sql.select(key).distinct().from(page);
    }
}
