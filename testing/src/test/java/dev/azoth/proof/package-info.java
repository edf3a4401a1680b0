/** Statements by chance, whose rows on every database must be those that Java makes of the same tree. */
@NullMarked
package dev.azoth.proof;

import org.jspecify.annotations.NullMarked;
