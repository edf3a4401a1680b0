/** MySQL. */
@NullMarked
package dev.azoth.dialect.mysql;

import org.jspecify.annotations.NullMarked;
