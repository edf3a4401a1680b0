/** PostgreSQL. */
@NullMarked
package dev.azoth.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
