/**
 * DuckDB, through duckdb_jdbc, which brings DuckDB itself along (2.0 or later).
 *
 * <p>What it does in its own way:
 *
 * <ul>
 *   <li>A column that the database numbers takes its default from a sequence, {@code table_column_seq}, which is made and dropped with
 *       the table.
 *   <li>The names of constraints are forgotten by DuckDB: errors and inspection have the names that it makes up, such as
 *       {@code member_team_id_id_fkey}.
 *   <li>A foreign key is checked against what is committed: see {@link dev.azoth.dialect.duckdb.DuckdbDdl} for what follows.
 *   <li>The length of a VARCHAR is not kept. A CHAR is padded where it is bound.
 *   <li>An error undoes the whole transaction, and there are no savepoints.
 *   <li>A transaction sees what was committed before it began ({@code REPEATABLE_READ}); of two that change the same row the later one
 *       fails, and may be run again. Nobody waits for a lock.
 *   <li>Decimals have 38 digits at most; dividing them, or their average, gives a floating-point number of 15 digits.
 * </ul>
 */
@NullMarked
package dev.azoth.dialect.duckdb;

import org.jspecify.annotations.NullMarked;
