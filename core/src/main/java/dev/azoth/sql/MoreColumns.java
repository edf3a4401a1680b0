package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;

/** A query whose rows have some expressions more, which read nothing of it. */
final class MoreColumns {
    private MoreColumns() {}

    static Query<?> of(Query<?> query, List<Expression<?>> more) {
        if (query instanceof Select<?> select && !select.isDistinct()) {
            return select.addColumns(more.toArray(Expression<?>[]::new));
        }
        Subquery whole = query.subquery();
        List<Selectable<?>> all = new ArrayList<>(whole.columns());
        all.addAll(more);
        return Sql.select(all).from(whole);
    }
}
