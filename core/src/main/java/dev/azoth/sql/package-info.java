/**
 * The SQL expression language: an immutable tree of statements and expressions, which knows neither tables nor
 * databases.
 */
@NullMarked
package dev.azoth.sql;

import org.jspecify.annotations.NullMarked;
