package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses that few SELECTs have, apart from the others so that those cost nothing. */
record SelectExtras(
        List<Expression<?>> distinctOn,
        @Nullable Grouping grouping,
        @Nullable Condition qualify,
        Fetch fetch,
        List<CommonTableExpression> with)
        implements Node {
    static final SelectExtras NONE = new SelectExtras(List.of(), null, null, Fetch.ROWS, List.of());

    SelectExtras {
        distinctOn = List.copyOf(distinctOn);
        with = List.copyOf(with);
    }

    SelectExtras withDistinctOn(List<Expression<?>> more) {
        List<Expression<?>> all = new ArrayList<>(distinctOn);
        all.addAll(more);
        return new SelectExtras(all, grouping, qualify, fetch, with);
    }

    SelectExtras withGrouping(Grouping to) {
        return new SelectExtras(distinctOn, to, qualify, fetch, with);
    }

    SelectExtras withQualify(@Nullable Condition to) {
        return new SelectExtras(distinctOn, grouping, to, fetch, with);
    }

    SelectExtras withFetch(Fetch to) {
        return to == fetch ? this : new SelectExtras(distinctOn, grouping, qualify, to, with);
    }

    SelectExtras withTables(List<CommonTableExpression> more) {
        List<CommonTableExpression> all = new ArrayList<>(with);
        all.addAll(more);
        return new SelectExtras(distinctOn, grouping, qualify, fetch, all);
    }

    boolean isNone() {
        return distinctOn.isEmpty() && grouping == null && qualify == null && fetch == Fetch.ROWS && with.isEmpty();
    }

    @Override
    public void describe(Structure out) {
        out.nodes(distinctOn).node(grouping).node(qualify).value(fetch).nodes(with);
    }
}
