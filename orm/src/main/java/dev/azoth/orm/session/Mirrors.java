package dev.azoth.orm.session;

import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes the side of a relationship that mirrors the other, as far as it is in memory. */
final class Mirrors {
    private final IdentityMap map;
    private final Map<Side, Set<Object>> contents = new HashMap<>();
    private final Set<Tracked> touched = new LinkedHashSet<>();

    /** A relationship of an object. */
    private record Side(Tracked owner, Link link) {}

    Mirrors(IdentityMap map) {
        this.map = map;
    }

    /** The objects of which a relationship was changed. */
    Set<Tracked> touched() {
        return touched;
    }

    /** A foreign key leads to an object now: its other side has the child. */
    void add(Link foreignKey, @Nullable Object member, Tracked child) {
        side(foreignKey, member).ifPresent(side -> add(side, child.entity()));
    }

    /** A foreign key led to an object: its other side no longer has the child. */
    void remove(Link foreignKey, @Nullable Object member, Tracked child) {
        side(foreignKey, member).ifPresent(side -> remove(side, child.entity()));
    }

    private Optional<Side> side(Link foreignKey, @Nullable Object member) {
        Optional<RelationshipMapping> inverse = foreignKey.inverse();
        Tracked owner = inverse.isEmpty() ? null : target(foreignKey, member);
        return owner == null || !owner.stays()
                ? Optional.empty()
                : inverse.map(each -> new Side(owner, owner.outline().link(each.index())));
    }

    private @Nullable Tracked target(Link link, @Nullable Object member) {
        Object[] members = link.members(member);
        if (members != null) {
            return members.length == 0 ? null : map.of(members[0]);
        }
        Optional<EntityKey> key = References.key(link, member);
        return key.isEmpty() ? null : map.at(key.get());
    }

    void add(Tracked owner, Link link, Object element) {
        add(new Side(owner, link), element);
    }

    void remove(Tracked owner, Link link, Object element) {
        remove(new Side(owner, link), element);
    }

    private void add(Side side, Object element) {
        if (!side.link().isToMany()) {
            setOne(side, element);
            return;
        }
        Set<Object> known = contents(side);
        if (known != null && known.add(element)) {
            change(side, collection -> side.link().add(collection, element));
        }
    }

    private void remove(Side side, Object element) {
        if (!side.link().isToMany()) {
            Object[] held =
                    side.link().members(side.link().attribute().get(side.owner().entity()));
            if (held != null && held.length == 1 && held[0] == element) {
                setOne(side, null);
            }
            return;
        }
        Set<Object> known = contents(side);
        if (known != null && known.remove(element)) {
            change(side, collection -> Link.remove(collection, element));
        }
    }

    private void setOne(Side side, @Nullable Object element) {
        Object[] held =
                side.link().members(side.link().attribute().get(side.owner().entity()));
        boolean same = held != null && (held.length == 0 ? element == null : held[0] == element);
        if (!same && !side.owner().mapping().isRecord()) {
            touched.add(side.owner());
            side.owner().derive(side.link(), element);
        }
    }

    private @Nullable Set<Object> contents(Side side) {
        Set<Object> known = contents.get(side);
        Object held = side.link().attribute().get(side.owner().entity());
        if (known != null || held == null) {
            return known;
        }
        Object[] members = side.link().members(held);
        if (members == null) {
            return null;
        }
        Set<Object> found = LinkChange.identitySet(members);
        contents.put(side, found);
        return found;
    }

    /** A change of a collection. */
    private interface Change {
        void in(Object collection);
    }

    private void change(Side side, Change change) {
        touched.add(side.owner());
        Object held = side.link().attribute().get(side.owner().entity());
        if (held == null) {
            return;
        }
        try {
            change.in(held);
        } catch (UnsupportedOperationException e) {
            // the program gave an immutable collection, such as List.of(…)
            Object copy = copy(held);
            change.in(copy);
            side.link().attribute().set(side.owner().entity(), copy);
        }
    }

    private static Object copy(Object held) {
        if (held instanceof Map<?, ?> map) {
            return new LinkedHashMap<>(map);
        }
        return held instanceof Set<?> set
                ? LinkChange.identitySet(set.toArray())
                : new ArrayList<>((Collection<?>) held);
    }
}
