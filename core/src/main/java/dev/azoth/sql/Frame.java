package dev.azoth.sql;

/** The part of a window around the current row: {@code ROWS BETWEEN 2 PRECEDING AND CURRENT ROW}. */
public record Frame(Unit unit, Bound start, Bound end, Exclusion exclusion) implements Node {
    /**
     * Checks that it does not end before it starts.
     *
     * @throws IllegalArgumentException if it does
     */
    public Frame {
        if (start.kind().compareTo(end.kind()) > 0
                || start.kind() == Bound.Kind.UNBOUNDED_FOLLOWING
                || end.kind() == Bound.Kind.UNBOUNDED_PRECEDING) {
            throw new IllegalArgumentException(
                    "a frame from " + start.kind().sql() + " to " + end.kind().sql() + " has no rows");
        }
    }

    /** What its bounds count. */
    public enum Unit {
        /** Rows. */
        ROWS,
        /** The distance of the sort key. */
        RANGE,
        /** Groups of rows with equal keys. */
        GROUPS
    }

    /** What is left out of it. */
    public enum Exclusion {
        /** Nothing. */
        NONE,
        /** The current row. */
        CURRENT_ROW,
        /** The current row and its equals. */
        GROUP,
        /** The current row's equals, but not itself. */
        TIES
    }

    @Override
    public void describe(Structure out) {
        out.value(unit).node(start).node(end).value(exclusion);
    }
}
