package dev.azoth.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a window's frame starts or ends. The distance is part of the statement's structure.
 *
 * @param kind     on which side of the current row
 * @param distance how far from it, or null where the kind says all
 * @param unit     the unit of a distance in time, or null for a number
 */
public record Bound(
        Kind kind, @Nullable Number distance, @Nullable DateUnit unit) implements Node {
    private static final Bound FIRST = new Bound(Kind.UNBOUNDED_PRECEDING, null, null);
    private static final Bound CURRENT = new Bound(Kind.CURRENT_ROW, null, null);
    private static final Bound LAST = new Bound(Kind.UNBOUNDED_FOLLOWING, null, null);

    /** On which side of the current row, in the order of the rows. */
    public enum Kind {
        /** The first row. */
        UNBOUNDED_PRECEDING,
        /** So far before. */
        PRECEDING,
        /** The current row; with RANGE and GROUPS, its equals too. */
        CURRENT_ROW,
        /** So far after. */
        FOLLOWING,
        /** The last row. */
        UNBOUNDED_FOLLOWING;

        /** As it is written. */
        public String sql() {
            return name().replace('_', ' ').toUpperCase(Locale.ROOT);
        }
    }

    /**
     * Checks the distance.
     *
     * @throws IllegalArgumentException if it is less than zero
     */
    public Bound {
        if (distance != null && !(distance.doubleValue() >= 0 && Double.isFinite(distance.doubleValue()))) {
            throw new IllegalArgumentException("the distance of a frame's bound must be zero or more, not " + distance);
        }
    }

    /** The first row of the partition. */
    public static Bound unboundedPreceding() {
        return FIRST;
    }

    /** So many rows or groups, or so much of the sort key, before the current row. */
    public static Bound preceding(Number distance) {
        return new Bound(Kind.PRECEDING, distance, null);
    }

    /** So much time before the current row, in a RANGE over dates or times. */
    public static Bound preceding(long distance, DateUnit unit) {
        return new Bound(Kind.PRECEDING, distance, unit);
    }

    /** The current row. */
    public static Bound currentRow() {
        return CURRENT;
    }

    /** So many rows or groups, or so much of the sort key, after the current row. */
    public static Bound following(Number distance) {
        return new Bound(Kind.FOLLOWING, distance, null);
    }

    /** So much time after the current row, in a RANGE over dates or times. */
    public static Bound following(long distance, DateUnit unit) {
        return new Bound(Kind.FOLLOWING, distance, unit);
    }

    /** The last row of the partition. */
    public static Bound unboundedFollowing() {
        return LAST;
    }

    @Override
    public void describe(Structure out) {
        out.value(kind).value(distance).value(unit);
    }
}
