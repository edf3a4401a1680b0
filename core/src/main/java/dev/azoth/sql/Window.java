package dev.azoth.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a window function sees: those of the same partition, in an order, within a frame around the current row.
 *
 * <p>Without a frame it is SQL's own: with an order the rows up to the current one and its equals, else all of the partition.
 *
 * @param partitions what the rows of a partition have in common
 * @param orderings  their order
 * @param frame      which of them, or null for SQL's own
 */
public record Window(
        List<Expression<?>> partitions,
        List<Ordering> orderings,
        @Nullable Frame frame) implements Node {
    static final Window ALL = new Window(List.of(), List.of(), null);

    /** Takes immutable copies. */
    public Window {
        partitions = List.copyOf(partitions);
        orderings = List.copyOf(orderings);
    }

    /** The same with the rows divided by these. */
    public Window partitionBy(Expression<?>... keys) {
        return new Window(Arrays.asList(keys), orderings, frame);
    }

    /** The same in this order. */
    public Window orderBy(SortTerm... terms) {
        return new Window(partitions, SortTerm.orderings(terms), frame);
    }

    /** The same with so many rows before and after the current one. */
    public Window rows(Bound start, Bound end) {
        return new Window(partitions, orderings, new Frame(Frame.Unit.ROWS, start, end, Frame.Exclusion.NONE));
    }

    /** The same with the rows whose key is so far from the current one's. */
    public Window range(Bound start, Bound end) {
        return new Window(partitions, orderings, new Frame(Frame.Unit.RANGE, start, end, Frame.Exclusion.NONE));
    }

    /** The same with so many groups of equal rows before and after the current row's. */
    public Window groups(Bound start, Bound end) {
        return new Window(partitions, orderings, new Frame(Frame.Unit.GROUPS, start, end, Frame.Exclusion.NONE));
    }

    /**
     * The same without some of the frame's rows.
     *
     * @throws IllegalStateException if the window has no frame
     */
    public Window exclude(Frame.Exclusion excluded) {
        if (frame == null) {
            throw new IllegalStateException("nothing to exclude from: say rows(…), range(…) or groups(…) first");
        }
        return new Window(partitions, orderings, new Frame(frame.unit(), frame.start(), frame.end(), excluded));
    }

    @Override
    public void describe(Structure out) {
        out.nodes(partitions).nodes(orderings).node(frame);
    }
}
