/** DuckDB: vectors as arrays of a fixed size, whose distances it computes itself. */
@NullMarked
package dev.azoth.vector.duckdb;

import org.jspecify.annotations.NullMarked;
