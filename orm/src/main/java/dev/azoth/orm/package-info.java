/** The object-relational mapper: the session with its unit of work, and how classes map to tables. */
@NullMarked
package dev.azoth.orm;

import org.jspecify.annotations.NullMarked;
