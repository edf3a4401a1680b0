package dev.azoth.orm.mapping;

import org.jspecify.annotations.Nullable;

/** What loads the values of {@link LazyReference}s: an open session, or what it leaves behind when it closes. */
public interface LazyLoader {
    /**
     * The value.
     *
     * @throws dev.azoth.DetachedException if the session is closed
     * @throws dev.azoth.InvalidRequestException if loading is forbidden
     */
    @Nullable
    Object load(LazyReference<?> reference);

    /** What is told to who asks for the value after the entity was serialised without it. */
    default String unloaded(LazyReference<?> reference) {
        return reference.attribute() + " was not loaded before it was serialised";
    }
}
