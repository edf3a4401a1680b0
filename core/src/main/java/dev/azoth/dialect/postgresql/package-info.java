/**
 * PostgreSQL, from 15 to 18, over its own JDBC driver.
 *
 * <p>Lists of values go as arrays, one bound value each: an IN list is {@code = ANY(?)}, and an insert of many rows unnests an array for
 * each column. The driver's own classes are touched in one place only, and that may be absent.
 */
@NullMarked
package dev.azoth.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
