/**
 * Vectors as columns: the type, the distances between them as SQL expressions, and how each database stores and computes them.
 *
 * <p>Begin with {@link dev.azoth.vector.Vectors}. Whatever differs between databases is behind {@link dev.azoth.vector.VectorStorage}, which is
 * found as a service; each of the built-in ones has a package of its own.
 */
@NullMarked
package dev.azoth.vector;

import org.jspecify.annotations.NullMarked;
