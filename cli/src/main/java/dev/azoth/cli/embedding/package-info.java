/** The embedding model that the command brings along. */
@NullMarked
package dev.azoth.cli.embedding;

import org.jspecify.annotations.NullMarked;
