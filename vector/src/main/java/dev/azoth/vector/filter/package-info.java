/**
 * Conditions on the metadata of documents, which mean the same on every database.
 *
 * <p>A {@link dev.azoth.vector.filter.Filter} is a value without SQL. A database that can test it renders it, by way of
 * {@link dev.azoth.vector.filter.FilterRenderer}; where none can, {@link dev.azoth.vector.filter.Filter#matches} tests it in Java, and is also the definition of
 * what it means.
 */
@NullMarked
package dev.azoth.vector.filter;

import org.jspecify.annotations.NullMarked;
