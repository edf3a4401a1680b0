/**
 * Turns a statement into SQL text with its ordered parameters, and remembers the result by the shape of the statement.
 */
@NullMarked
package dev.azoth.compile;

import org.jspecify.annotations.NullMarked;
