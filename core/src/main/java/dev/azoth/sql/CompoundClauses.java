package dev.azoth.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of the whole of a set operation; each {@code with} method gives a copy with one thing changed. */
record CompoundClauses(
        List<Ordering> orderBy,
        @Nullable Expression<Long> limit,
        @Nullable Expression<Long> offset,
        Fetch fetch,
        List<CommonTableExpression> with,
        @Nullable Projection projection) {
    static final CompoundClauses NONE = new CompoundClauses(List.of(), null, null, Fetch.ROWS, List.of(), null);

    CompoundClauses {
        orderBy = List.copyOf(orderBy);
        with = List.copyOf(with);
    }

    /** Nothing but what the rows become. */
    CompoundClauses unranged() {
        return new CompoundClauses(List.of(), null, null, Fetch.ROWS, List.of(), projection);
    }

    CompoundClauses withOrderBy(List<Ordering> to) {
        return new CompoundClauses(to, limit, offset, fetch, with, projection);
    }

    CompoundClauses withLimit(@Nullable Expression<Long> to, Fetch counted) {
        return new CompoundClauses(orderBy, to, offset, counted, with, projection);
    }

    CompoundClauses withOffset(@Nullable Expression<Long> to) {
        return new CompoundClauses(orderBy, limit, to, fetch, with, projection);
    }

    CompoundClauses withTables(List<CommonTableExpression> to) {
        return new CompoundClauses(orderBy, limit, offset, fetch, to, projection);
    }

    CompoundClauses withProjection(Projection to) {
        return new CompoundClauses(orderBy, limit, offset, fetch, with, to);
    }
}
