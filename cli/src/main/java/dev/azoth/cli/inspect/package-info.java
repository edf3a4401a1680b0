/** Showing what is in a database. */
@NullMarked
package dev.azoth.cli.inspect;

import org.jspecify.annotations.NullMarked;
