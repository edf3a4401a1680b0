package dev.azoth.orm.mapping;

import dev.azoth.DetachedException;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a loader after its object was serialised: the reason why nothing can be loaded any more.
 *
 * @param message names what was not loaded, and the ways out
 */
record Unloaded(String message) implements LazyLoader {
    @Override
    public @Nullable Object load(LazyReference<?> reference) {
        throw new DetachedException(message);
    }

    @Override
    public String unloaded(LazyReference<?> reference) {
        return message;
    }
}
