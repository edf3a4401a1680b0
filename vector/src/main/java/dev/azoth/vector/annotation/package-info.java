/** Vectors as members of entities; for programs that use {@code azoth-orm} too. */
@NullMarked
package dev.azoth.vector.annotation;

import org.jspecify.annotations.NullMarked;
