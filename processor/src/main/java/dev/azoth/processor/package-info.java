/** The annotation processor that writes the typed metamodel of entities and direct accessors to their fields. */
@NullMarked
package dev.azoth.processor;

import org.jspecify.annotations.NullMarked;
