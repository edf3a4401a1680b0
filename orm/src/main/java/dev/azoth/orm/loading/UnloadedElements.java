package dev.azoth.orm.loading;

import dev.azoth.DetachedException;
import java.util.Collection;

/**
 * What is left of a loader after the owner of a collection was serialised: the reason why nothing can be loaded any more.
 *
 * @param message names what was not loaded, and the ways out
 */
record UnloadedElements(String message) implements CollectionLoader {
    @Override
    public Collection<Object> load(CollectionContent content, boolean implicit) {
        throw new DetachedException(message);
    }

    @Override
    public Collection<Object> all(CollectionContent content) {
        throw new DetachedException(message);
    }

    @Override
    public boolean takesChanges(CollectionContent content) {
        return false;
    }

    @Override
    public boolean mayContain(CollectionContent content, Object element) {
        return false;
    }

    @Override
    public String unloaded(CollectionContent content) {
        return message;
    }
}
