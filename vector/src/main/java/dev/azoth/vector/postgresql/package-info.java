/** PostgreSQL with pgvector: its types in their binary form, its operators and indexes, and filters that a GIN index serves. */
@NullMarked
package dev.azoth.vector.postgresql;

import org.jspecify.annotations.NullMarked;
