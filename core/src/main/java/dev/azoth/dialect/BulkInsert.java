package dev.azoth.dialect;

/**
 * How a dialect inserts many rows.
 *
 * @param rows             the most rows in one statement
 * @param parameters       the most bound values in one statement
 * @param consecutiveKeys  whether the keys that the database numbers in one statement are consecutive in the order of the rows, so that
 *                         the driver's generated keys can be matched to them; else returned rows are sorted by that key
 */
public record BulkInsert(int rows, int parameters, boolean consecutiveKeys) {
    /** Statements of so many rows and bound values at most. */
    public static BulkInsert rows(int rows, int parameters) {
        return new BulkInsert(rows, parameters, false);
    }

    /** The rows that fit into one statement. */
    public int page(int columns) {
        return Math.max(1, Math.min(rows, parameters / Math.max(1, columns)));
    }
}
