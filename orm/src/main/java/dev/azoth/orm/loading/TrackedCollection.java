package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.session.DeferredCollection;

/**
 * A collection in the field of a loaded entity, as the session sees it.
 *
 * <p>To the program it is a {@code List} or a {@code Set}, which loads itself when first read. Entities are told apart by identity; their
 * {@code equals} is never called. Values are compared by it. Adding an entity at the end, and taking one out, does not load it where that can be: they wait for the next
 * flush, or until it is loaded.
 */
public interface TrackedCollection extends DeferredCollection {
    /** The entity that has it. */
    Object owner();

    /** Which of its attributes this is. */
    AttributeMapping attribute();
}
