package dev.azoth.sql;

import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows an update or a delete changes; each {@code with} method gives a copy that says more. */
record ChosenRows(
        List<FromItem> from,
        @Nullable Condition where,
        List<Ordering> orderBy,
        @Nullable Expression<Long> limit) implements Node {
    static final ChosenRows ALL = new ChosenRows(List.of(), null, List.of(), null);

    ChosenRows {
        from = List.copyOf(from);
        orderBy = List.copyOf(orderBy);
    }

    ChosenRows withFrom(Source... sources) {
        List<FromItem> more = new ArrayList<>(from);
        Arrays.stream(sources).map(Source::fromItem).forEach(more::add);
        return new ChosenRows(more, where, orderBy, limit);
    }

    ChosenRows withWhere(List<Expression<Boolean>> conditions) {
        Condition added = Junction.of(Operator.AND, conditions);
        return new ChosenRows(from, where == null ? added : where.and(added), orderBy, limit);
    }

    ChosenRows withOrderBy(List<Ordering> to) {
        return new ChosenRows(from, where, to, limit);
    }

    ChosenRows withLimit(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a number of rows is not negative: " + rows);
        }
        return new ChosenRows(from, where, orderBy, new Bind<>(Types.BIGINT, rows));
    }

    @Override
    public void describe(Structure out) {
        out.nodes(from).node(where).nodes(orderBy).node(limit);
    }
}
