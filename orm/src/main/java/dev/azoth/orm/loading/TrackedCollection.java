package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.ToManyMapping;
import java.util.List;

/**
 * A collection in an entity's field that knows what is the database's and what was done to it since: what the unit of work sees of it.
 *
 * <p>To its users it is a {@code List} or a {@code Set}, which loads itself when first read. Adding does not load it. Elements are told apart by
 * identity; their {@code equals} is never called. Nothing here but {@link #load} does I/O.
 */
public interface TrackedCollection {
    /** The entity that has it. */
    Object owner();

    /** Which of its relationships this is. */
    ToManyMapping attribute();

    /** Whether all of its elements are in memory. */
    boolean isLoaded();

    /** Whether anything was added, removed or moved since it was loaded or {@linkplain #flushed flushed}; cheap. */
    boolean isChanged();

    /** The elements as far as they are in memory: all of them when it is loaded, else those that were added. A copy. */
    List<Object> current();

    /** The elements that the database has; none as long as it is not loaded. A copy. */
    List<Object> snapshot();

    /** The elements that the database has not got yet. When it is not loaded, one of them may be there nevertheless. */
    List<Object> added();

    /** The elements that the database still has; none as long as it is not loaded. */
    List<Object> removed();

    /** Loads it now unless it is loaded, even where implicit loads are forbidden: for cascades. What was added stays added. */
    void load();

    /** What it holds now is the database's: the changes were written. One that is not loaded forgets what was added, and will read it. */
    void flushed();

    /** These are its elements now, and the database's. */
    void restore(List<?> elements);

    /** Forgets its elements and all changes: it will be loaded again at the next use. */
    void unload();
}
