package dev.azoth.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows an update or a delete changes; each {@code with} method gives a copy that says more. */
record ChosenRows(
        List<FromItem> from,
        @Nullable Condition where,
        List<Ordering> orderBy,
        @Nullable Expression<Long> limit,
        List<SyntaxExtension> extensions)
        implements Node {
    static final ChosenRows ALL = new ChosenRows(List.of(), null, List.of(), null, List.of());

    ChosenRows {
        from = List.copyOf(from);
        orderBy = List.copyOf(orderBy);
        extensions = List.copyOf(extensions);
    }

    ChosenRows withFrom(Source... sources) {
        List<FromItem> more = new ArrayList<>(from);
        Arrays.stream(sources).map(Source::fromItem).forEach(more::add);
        return new ChosenRows(more, where, orderBy, limit, extensions);
    }

    ChosenRows withWhere(List<Expression<Boolean>> conditions) {
        Condition added = Junction.of(Operator.AND, conditions);
        return new ChosenRows(from, where == null ? added : where.and(added), orderBy, limit, extensions);
    }

    ChosenRows withOrderBy(List<Ordering> more) {
        return new ChosenRows(from, where, SelectParts.appended(orderBy, more), limit, extensions);
    }

    ChosenRows withLimit(long rows) {
        return new ChosenRows(from, where, orderBy, SelectRange.rows(rows), extensions);
    }

    ChosenRows withExtensions(SyntaxExtension... more) {
        return new ChosenRows(from, where, orderBy, limit, ChangePieces.with(extensions, more));
    }

    @Override
    public void describe(Structure out) {
        out.nodes(from).node(where).nodes(orderBy).node(limit).nodes(extensions);
    }
}
