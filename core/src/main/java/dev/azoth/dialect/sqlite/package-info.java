/**
 * SQLite, through sqlite-jdbc, which brings SQLite itself along (3.39 or later).
 *
 * <p>SQLite has five kinds of value and lets every column hold any of them; what a column is declared as only says which kind it prefers
 * (its affinity). So each type here says how it is stored such that it sorts, compares and comes back right:
 *
 * <ul>
 *   <li>a boolean as 0 or 1;
 *   <li>a decimal as a number: an integer of 64 bits where it is whole, else a binary floating-point number, of which 15 digits are
 *       exact; a value with more is refused when it is bound, see {@link dev.azoth.dialect.sqlite.SqliteDecimal};
 *   <li>dates and times as text of one width, {@code 2026-11-22 23:59:59.999999}, a point in time in UTC and with a Z after it, which
 *       SQLite's own functions understand;
 *   <li>a UUID, JSON and an enum as text, bytes as they are.
 * </ul>
 *
 * <p>Declared lengths are not enforced by SQLite. A text may hold a NUL, and comes back with it and equals itself, but SQLite's functions
 * on text (length, substr, LIKE) end there. {@code lower} and {@code upper} know the letters of ASCII only, and therefore so does a
 * LIKE that ignores case. An integer column that somebody else filled with text is an error when it is read.
 */
@NullMarked
package dev.azoth.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
