package dev.azoth.orm.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a part of the key of an object that has no key yet, because the database will number it; compared by the object's identity.
 *
 * @param part the part's position in the key
 */
public record PendingKey(Object target, int part) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PendingKey key && key.target == target && key.part == part;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(target) + part;
    }

    @Override
    public String toString() {
        return "key " + part + " of a new " + target.getClass().getSimpleName();
    }
}
