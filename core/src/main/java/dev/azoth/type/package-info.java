/** SQL types: their Java side, their DDL, and how a value is bound, read, compared and copied. */
@NullMarked
package dev.azoth.type;

import org.jspecify.annotations.NullMarked;
