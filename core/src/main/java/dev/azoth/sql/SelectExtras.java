package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses that few SELECTs have, apart from the others so that those cost nothing. */
record SelectExtras(
        List<Expression<?>> distinctOn, @Nullable Condition qualify, Fetch fetch) implements Node {
    static final SelectExtras NONE = new SelectExtras(List.of(), null, Fetch.ROWS);

    SelectExtras {
        distinctOn = List.copyOf(distinctOn);
    }

    SelectExtras withDistinctOn(List<Expression<?>> more) {
        List<Expression<?>> all = new ArrayList<>(distinctOn);
        all.addAll(more);
        return new SelectExtras(all, qualify, fetch);
    }

    SelectExtras withQualify(@Nullable Condition to) {
        return new SelectExtras(distinctOn, to, fetch);
    }

    SelectExtras withFetch(Fetch to) {
        return to == fetch ? this : new SelectExtras(distinctOn, qualify, to);
    }

    boolean isNone() {
        return distinctOn.isEmpty() && qualify == null && fetch == Fetch.ROWS;
    }

    @Override
    public void describe(Structure out) {
        out.nodes(distinctOn).node(qualify).value(fetch);
    }
}
