package dev.azoth.orm.session;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a member of a relationship to one leads, loaded or not. */
final class References {
    private References() {}

    /** The key of the object at the other end; empty for none, for one without a key yet, and where only the database knows. */
    static Optional<EntityKey> key(Link link, @Nullable Object member) {
        EntityMapping<?> target = link.attribute().target();
        if (member instanceof LazyReference<?> reference && !reference.isLoaded()) {
            return key(target, reference.key());
        }
        Object held = member instanceof Lazy<?> lazy ? lazy.get() : member;
        return held == null ? Optional.empty() : target.keyOf(held);
    }

    private static Optional<EntityKey> key(EntityMapping<?> target, @Nullable Object[] values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        for (Object each : values) {
            if (each == null) {
                return Optional.empty();
            }
        }
        return Optional.of(target.key(values));
    }

    /** Whether a member of a relationship to one leads to a certain object. */
    static boolean leadsTo(Link link, @Nullable Object member, Tracked target) {
        Object[] members = link.members(member);
        if (members != null) {
            return members.length == 1 && members[0] == target.entity();
        }
        return target.key() != null
                && key(link, member).filter(target.key()::equals).isPresent();
    }

    /** Whether the database may have an object in a collection that nobody has loaded: foreign keys tell, pairs do not. */
    static boolean mayHaveBeen(Link collection, Tracked owner, Tracked child) {
        Snapshot snapshot = child.snapshot();
        if (snapshot == null || !collection.attribute().target().javaType().isInstance(child.entity())) {
            return false;
        }
        if (collection.pairs() != null) {
            return true;
        }
        Link back = child.outline().link(collection.inverse().orElseThrow().index());
        return leadsTo(back, snapshot.held(back.attribute()), owner);
    }

    /** Whether a member of a relationship to one leads nowhere. */
    static boolean isEmpty(Link link, @Nullable Object member) {
        Object[] members = link.members(member);
        return members != null ? members.length == 0 : key(link, member).isEmpty();
    }
}
