/** Tables and columns with their keys, defaults, constraints and indexes, and the metadata that gathers them. */
@NullMarked
package dev.azoth.schema;

import org.jspecify.annotations.NullMarked;
