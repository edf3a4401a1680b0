package dev.azoth.orm.session;

import dev.azoth.orm.mapping.AttributeMapping;
import org.jspecify.annotations.Nullable;

/** A member whose content a {@link Snapshot} keeps beside what the member holds: the objects, or the values, at its other end. */
sealed interface Member permits Link, Values {
    /** The attribute. */
    AttributeMapping attribute();

    /** The attribute's index. */
    default int index() {
        return attribute().index();
    }

    /** Whether the member is a collection. */
    boolean isToMany();

    /** What is in it, with the keys of a map, or null when that is not in memory. */
    Object @Nullable [] content(@Nullable Object held);

    /** Whether two things that are in it are the same. */
    boolean same(Object left, Object right);

    /** Puts back into a collection what was in it. */
    void refill(Object collection, Object[] content);
}
