package dev.azoth.orm.session;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object in a map.
 *
 * @param place its key
 */
record Placed(@Nullable Object place, Object object) {
    /** Whether the same object has the same key. */
    boolean same(Placed other) {
        return object == other.object && Objects.equals(place, other.place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Placed placed && same(placed);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(place) + System.identityHashCode(object);
    }
}
