/** Vector types, distance expressions, index definitions and the document store. */
@NullMarked
package dev.azoth.vector;

import org.jspecify.annotations.NullMarked;
