package dev.azoth.orm.loading;

import java.util.Collection;

/** What loads the elements of collections that were left for later. */
interface CollectionLoader {
    /**
     * The elements that the database has.
     *
     * @param implicit whether only reading the collection asks for them, which may be forbidden
     * @throws dev.azoth.DetachedException if the session is closed
     * @throws dev.azoth.InvalidRequestException if implicit loads are forbidden
     */
    Collection<Object> load(CollectionContent content, boolean implicit);

    /** The elements that the database has, of which a collection holds some; the collection stays as it is. */
    Collection<Object> all(CollectionContent content);

    /** What is told to who asks for the elements after the owner was serialised without them. */
    default String unloaded(CollectionContent content) {
        return content.attribute() + " was not loaded before it was serialised";
    }

    /** Whether a collection may be changed that is not loaded: somebody writes what was added and removed. */
    boolean takesChanges(CollectionContent content);

    /** Whether an object may be in a collection that is not loaded. */
    boolean mayContain(CollectionContent content, Object element);
}
