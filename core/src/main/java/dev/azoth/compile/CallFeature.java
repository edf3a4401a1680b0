package dev.azoth.compile;

/** Something that a call of a function can say of the rows it sees, and that a dialect may lack. */
public enum CallFeature {
    /** Which rows; a CASE around the argument says the same. */
    FILTER("FILTER"),
    /** Through which window. */
    OVER("window functions"),
    /** In which order. */
    ORDER_BY("ORDER BY in an aggregate"),
    /** In which order, for an ordered-set aggregate. */
    WITHIN_GROUP("WITHIN GROUP"),
    /** Only rows with a value. */
    IGNORE_NULLS("IGNORE NULLS"),
    /** Each value once, of a window's rows. */
    DISTINCT_OVER("DISTINCT in a window function"),
    /** A frame of groups of equal rows. */
    GROUPS("GROUPS in a window's frame"),
    /** A frame without some rows. */
    EXCLUDE("EXCLUDE in a window's frame"),
    /** A frame without some rows, in a window that has no order. */
    EXCLUDE_UNORDERED("EXCLUDE in a window's frame without ORDER BY"),
    /** A frame of a distance in time. */
    RANGE_OF_TIME("RANGE by an interval in a window's frame");

    private final String construct;

    CallFeature(String construct) {
        this.construct = construct;
    }

    /** What it is called in messages. */
    String construct() {
        return construct;
    }
}
