package dev.azoth.sql;

/** A unit of time, from which dates and times are counted, cut off and moved. Weeks begin on Monday. */
public enum DateUnit {
    /** A millionth of a second. */
    MICROSECOND,
    /** A second. */
    SECOND,
    /** Sixty seconds. */
    MINUTE,
    /** Sixty minutes. */
    HOUR,
    /** A day. */
    DAY,
    /** Seven days. */
    WEEK,
    /** A month of the calendar. */
    MONTH,
    /** Three months. */
    QUARTER,
    /** Twelve months. */
    YEAR
}
