/** SQLite: vectors as bytes in a column whose declaration tells the dimensions, filters by its JSON functions. */
@NullMarked
package dev.azoth.vector.sqlite;

import org.jspecify.annotations.NullMarked;
