package dev.azoth.sql;

/** What a limit counts. */
public enum Fetch {
    /** Rows. */
    ROWS,
    /** Rows, and all that are equal to the last one in what is ordered by. */
    WITH_TIES,
    /** Hundredths of all rows, rounded up. */
    PERCENT
}
