/**
 * Documents that are found by what they mean: collections of texts with metadata and a vector each.
 *
 * <p>Begin with {@link dev.azoth.vector.document.DocumentStore}. A collection is a table of its own, {@link dev.azoth.vector.document.DocumentTable}. Where the database
 * computes distances, a search is one select; elsewhere it is a scan, whose distances are computed in Java. What differs between databases is behind
 * {@link dev.azoth.vector.document.DocumentStorage}.
 */
@NullMarked
package dev.azoth.vector.document;

import org.jspecify.annotations.NullMarked;
