/** Annotations for what Jakarta Persistence has no word for. */
@NullMarked
package dev.azoth.orm.annotation;

import org.jspecify.annotations.NullMarked;
