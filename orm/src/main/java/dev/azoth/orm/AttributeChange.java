package dev.azoth.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program changed in an attribute of an object since it was in step with its row; see {@link Session#changes}.
 *
 * @param attribute the attribute's name
 * @param before    what it held: a value, the object at the other end, or the {@link Lazy} itself where that was not loaded; null of a collection, and of a new object
 * @param after     what it holds
 * @param added     of a collection, the objects or values that came; of a map those in it. None where only positions or keys changed
 * @param removed   of a collection, the objects or values that left, as far as they are known: none of one that was replaced before it was loaded
 */
public record AttributeChange(
        String attribute, @Nullable Object before, @Nullable Object after, List<Object> added, List<Object> removed) {
    /** Takes immutable copies. */
    public AttributeChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** The attribute's name alone: its values may be secret. */
    @Override
    public String toString() {
        return attribute;
    }
}
