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
        List<CommonTableExpression> with,
        List<TableHint> hints,
        List<SyntaxExtension> extensions)
        implements Node {
    static final SelectExtras NONE =
            new SelectExtras(List.of(), null, null, Fetch.ROWS, List.of(), List.of(), List.of());

    SelectExtras {
        distinctOn = List.copyOf(distinctOn);
        with = List.copyOf(with);
        hints = List.copyOf(hints);
        extensions = List.copyOf(extensions);
    }

    SelectExtras withDistinctOn(List<Expression<?>> more) {
        List<Expression<?>> all = new ArrayList<>(distinctOn);
        all.addAll(more);
        return new SelectExtras(all, grouping, qualify, fetch, with, hints, extensions);
    }

    SelectExtras withGrouping(Grouping to) {
        return new SelectExtras(distinctOn, to, qualify, fetch, with, hints, extensions);
    }

    SelectExtras withQualify(@Nullable Condition to) {
        return new SelectExtras(distinctOn, grouping, to, fetch, with, hints, extensions);
    }

    SelectExtras withFetch(Fetch to) {
        return to == fetch ? this : new SelectExtras(distinctOn, grouping, qualify, to, with, hints, extensions);
    }

    SelectExtras withTables(List<CommonTableExpression> more) {
        List<CommonTableExpression> all = new ArrayList<>(with);
        all.addAll(more);
        return new SelectExtras(distinctOn, grouping, qualify, fetch, all, hints, extensions);
    }

    SelectExtras withHints(List<TableHint> to) {
        return new SelectExtras(distinctOn, grouping, qualify, fetch, with, to, extensions);
    }

    SelectExtras withExtensions(List<SyntaxExtension> to) {
        return new SelectExtras(distinctOn, grouping, qualify, fetch, with, hints, to);
    }

    boolean isNone() {
        return equals(NONE);
    }

    @Override
    public void describe(Structure out) {
        out.nodes(distinctOn)
                .node(grouping)
                .node(qualify)
                .value(fetch)
                .nodes(with)
                .nodes(hints)
                .nodes(extensions);
    }
}
