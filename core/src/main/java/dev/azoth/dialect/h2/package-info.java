/** H2. */
@NullMarked
package dev.azoth.dialect.h2;

import org.jspecify.annotations.NullMarked;
