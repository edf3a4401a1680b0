/** Expressions computed in Java: as far as every database would come to the same, or by rules of Java's own. */
@NullMarked
package dev.azoth.orm.evaluate;

import org.jspecify.annotations.NullMarked;
