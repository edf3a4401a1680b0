package dev.azoth.orm.loading;

import dev.azoth.sql.Fetch;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Source;
import dev.azoth.sql.Traversal;
import dev.azoth.sql.Window;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether a query's rows depend on each other: then nothing may be joined to it that repeats them, and nothing selected in their place. */
final class ChosenRows {
    private ChosenRows() {}

    /** Whether which rows there are is known only when all are: they are limited, each comes once, or windows choose them. */
    static boolean isChosen(Select<?> select) {
        return isByOrder(select) || select.isDistinct() || select.qualify().isPresent();
    }

    /** Whether the order of the whole says which rows there are. */
    static boolean isByOrder(Select<?> select) {
        return select.limit().isPresent()
                || select.offset().isPresent()
                || select.fetch() != Fetch.ROWS
                || !select.distinctOn().isEmpty();
    }

    /** Whether rows are groups of others. */
    static boolean isGrouped(Select<?> select) {
        return !select.groupBy().isEmpty() || select.grouping().isPresent();
    }

    /** Whether the order counts rows. */
    static boolean isSortedByWindows(Select<?> select) {
        AtomicBoolean found = new AtomicBoolean();
        select.orderBy()
                .forEach(ordering -> Traversal.walk(ordering.expression(), node -> {
                    if (node instanceof Window) {
                        found.set(true);
                    }
                    return !(node instanceof Query);
                }));
        return found.get();
    }

    /** The same query, which says what it reads from, so that it can select something else. */
    static Select<?> reading(Select<?> select) {
        return select.withSelection().from().isEmpty()
                ? select.from(select.from().toArray(Source[]::new))
                : select;
    }
}
