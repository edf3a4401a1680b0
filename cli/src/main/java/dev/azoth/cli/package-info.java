/** The {@code azoth} command. */
@NullMarked
package dev.azoth.cli;

import org.jspecify.annotations.NullMarked;
