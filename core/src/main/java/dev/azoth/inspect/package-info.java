/** Reads the schema of a live database. */
@NullMarked
package dev.azoth.inspect;

import org.jspecify.annotations.NullMarked;
