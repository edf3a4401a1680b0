/** MySQL, whose open edition has a type for vectors but no distances: vectors as bytes, filters by its JSON functions. */
@NullMarked
package dev.azoth.vector.mysql;

import org.jspecify.annotations.NullMarked;
