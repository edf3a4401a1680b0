package dev.azoth.proof;

import dev.azoth.sql.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of rows; every ordering says where its nulls are. */
final class Order {
    private final Evaluator evaluator;
    private final List<Ordering> orderings;

    Order(Evaluator evaluator, List<Ordering> orderings) {
        this.evaluator = evaluator;
        this.orderings = orderings;
    }

    List<Scope> sorted(List<Scope> rows) {
        List<Scope> sorted = new ArrayList<>(rows);
        sorted.sort(this::compare);
        return sorted;
    }

    int compare(Scope one, Scope other) {
        for (Ordering ordering : orderings) {
            int order = compare(
                    evaluator.value(ordering.expression(), one),
                    evaluator.value(ordering.expression(), other),
                    ordering);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    static int compare(@Nullable Object one, @Nullable Object other, Ordering ordering) {
        if (one == null || other == null) {
            int first = ordering.nulls() == Ordering.Nulls.FIRST ? -1 : 1;
            return one == other ? 0 : one == null ? first : -first;
        }
        return ordering.descending() ? Values.compare(other, one) : Values.compare(one, other);
    }
}
