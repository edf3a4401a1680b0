package dev.azoth.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a function of many rows sees, and in which order.
 *
 * @param distinct    whether it sees each value once
 * @param filter      the rows that it sees, or null for all
 * @param orderBy     the order in which it sees them: {@code string_agg(x, ',' ORDER BY y)}
 * @param withinGroup the order of an ordered-set aggregate: {@code mode() WITHIN GROUP (ORDER BY y)}
 * @param ignoreNulls whether a function such as {@code lag} passes over nulls
 * @param over        the window whose rows it sees, or null for those of a group
 */
public record Aggregation(
        boolean distinct,
        @Nullable Condition filter,
        List<Ordering> orderBy,
        List<Ordering> withinGroup,
        boolean ignoreNulls,
        @Nullable Window over)
        implements Node {
    /** As a function of single values, or an aggregate of all rows of a group, is called. */
    public static final Aggregation NONE = new Aggregation(false, null, List.of(), List.of(), false, null);

    /** Takes immutable copies. */
    public Aggregation {
        orderBy = List.copyOf(orderBy);
        withinGroup = List.copyOf(withinGroup);
    }

    Aggregation asDistinct() {
        return new Aggregation(true, filter, orderBy, withinGroup, ignoreNulls, over);
    }

    /** The same with other rows; all for null. */
    public Aggregation filtered(@Nullable Condition rows) {
        return new Aggregation(distinct, rows, orderBy, withinGroup, ignoreNulls, over);
    }

    /** The same with another order. */
    public Aggregation ordered(List<Ordering> order) {
        return new Aggregation(distinct, filter, order, withinGroup, ignoreNulls, over);
    }

    /** The same with another order of the group. */
    public Aggregation grouped(List<Ordering> order) {
        return new Aggregation(distinct, filter, orderBy, order, ignoreNulls, over);
    }

    Aggregation ignoringNulls() {
        return new Aggregation(distinct, filter, orderBy, withinGroup, true, over);
    }

    Aggregation within(Window window) {
        return new Aggregation(distinct, filter, orderBy, withinGroup, ignoreNulls, window);
    }

    @Override
    public void describe(Structure out) {
        out.value(distinct)
                .node(filter)
                .nodes(orderBy)
                .nodes(withinGroup)
                .value(ignoreNulls)
                .node(over);
    }
}
