/**
 * What the rules of mapping make of a class: values without behaviour, equal whether they came from reflection or from the compiler. Classes are
 * named, not held, since the compiler has none.
 */
@NullMarked
package dev.azoth.orm.mapping.model;

import org.jspecify.annotations.NullMarked;
