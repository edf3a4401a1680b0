/** Reading Markdown and plain text, and cutting it into passages for an embedding model. */
@NullMarked
package dev.azoth.cli.markdown;

import org.jspecify.annotations.NullMarked;
