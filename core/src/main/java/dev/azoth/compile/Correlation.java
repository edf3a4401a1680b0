package dev.azoth.compile;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Literal;
import dev.azoth.sql.LooseColumn;
import dev.azoth.sql.Node;
import dev.azoth.sql.Select;
import dev.azoth.sql.Traversal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a query reads columns of what stands in none of its own FROM: it is a subquery, evaluated for each row of another. */
final class Correlation extends Traversal {
    private final Set<FromItem> own = new HashSet<>();
    private final Set<FromItem> read = new HashSet<>();

    private Correlation() {}

    /** Whether such a query has a limit or an offset that does not stand in its text. */
    static boolean isLimited(Select<?> query) {
        return Stream.of(query.limit(), query.offset())
                        .flatMap(Optional::stream)
                        .anyMatch(rows -> !(rows instanceof Literal<?>))
                && isIn(query);
    }

    private static boolean isIn(Select<?> query) {
        Correlation correlation = new Correlation();
        correlation.node(query);
        return !correlation.own.containsAll(correlation.read);
    }

    @Override
    protected boolean meet(Node node) {
        if (node instanceof Select<?> select) {
            select.from().forEach(item -> own.addAll(item.items()));
        } else if (node instanceof ColumnReference<?> column) {
            if (!(column instanceof LooseColumn<?>)) {
                read.add(column.table());
            }
            return false;
        }
        return true;
    }
}
