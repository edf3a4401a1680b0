/** SQLite. */
@NullMarked
package dev.azoth.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
