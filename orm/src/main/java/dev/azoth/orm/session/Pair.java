package dev.azoth.orm.session;

import dev.azoth.orm.mapping.JoinTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two objects that a table of pairs connects; compared by their identity. */
final class Pair {
    private final Link link;
    private final Tracked owner;
    private final Object target;

    /** A pair of a relationship that declares its table. */
    Pair(Link link, Tracked owner, Object target) {
        this.link = link;
        this.owner = owner;
        this.target = target;
    }

    Link link() {
        return link;
    }

    Tracked owner() {
        return owner;
    }

    Object target() {
        return target;
    }

    JoinTable table() {
        return Objects.requireNonNull(link.pairs());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pair pair && pair.link == link && pair.owner == owner && pair.target == target;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(owner) + System.identityHashCode(target);
    }

    /** {@code User#42.roles → Role#1}. */
    @Override
    public String toString() {
        String name = link.attribute().target().name();
        return owner + "." + link.attribute().name() + " → "
                + link.attribute().target().keyOf(target).map(Object::toString).orElse(name + " (new)");
    }
}
