package dev.azoth.sql;

/** A number in a date or time, such as its year. Points in time are read in UTC, weeks are those of ISO 8601. */
public enum DatePart {
    /** The year. */
    YEAR,
    /** The quarter, from 1 to 4. */
    QUARTER,
    /** The month, from 1 to 12. */
    MONTH,
    /** The week of the year, from 1 to 53; the first has the year's first Thursday. */
    WEEK,
    /** The day of the month, from 1. */
    DAY,
    /** The day of the week, from 1 for Monday to 7. */
    DAY_OF_WEEK,
    /** The day of the year, from 1. */
    DAY_OF_YEAR,
    /** The hour, from 0 to 23. */
    HOUR,
    /** The minute, from 0 to 59. */
    MINUTE,
    /** The whole second, from 0 to 59. */
    SECOND,
    /** The microsecond of the second, from 0 to 999,999. */
    MICROSECOND
}
