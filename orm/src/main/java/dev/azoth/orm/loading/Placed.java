package dev.azoth.orm.loading;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An element as it was read, with what a column says of its place: its position or its key. Compared by the element's identity.
 *
 * @param place null for one that was given none yet
 */
record Placed(@Nullable Object place, Object element) {
    Map.Entry<@Nullable Object, Object> entry() {
        return new AbstractMap.SimpleEntry<>(place, element);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Placed placed && placed.element == element && Objects.equals(placed.place, place);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(element);
    }
}
