/** Real databases for tests, the counting of statements, and the compliance suite for dialects. */
@NullMarked
package dev.azoth.testing;

import org.jspecify.annotations.NullMarked;
