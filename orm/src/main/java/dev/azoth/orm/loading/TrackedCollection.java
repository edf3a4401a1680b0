package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.session.DeferredCollection;
import java.util.List;

/**
 * A collection in the field of a loaded entity, as the session sees it.
 *
 * <p>To the program it is a {@code List} or a {@code Set}, which loads itself when first read. Entities are told apart by identity; their
 * {@code equals} is never called. Values are compared by it. Where the session {@linkplain dev.azoth.orm.session.PersistenceContext#takesAdditions takes additions}, adding
 * does not load it.
 */
public interface TrackedCollection extends DeferredCollection {
    /** The entity that has it. */
    Object owner();

    /** Which of its attributes this is. */
    AttributeMapping attribute();

    /** What the program added while it was not loaded; none once it is. The database may have one of them nevertheless. */
    List<Object> added();

    /** What was added is written: it is read with the others when the collection is loaded. */
    void flushed();
}
