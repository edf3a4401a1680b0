package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which positions in lists, and keys in maps, are to be written: those of objects that came, or moved. In a list of which only a part is in memory nobody knows
 * the positions: what comes to it comes last.
 */
final class Places {
    private final List<Change> changes = new ArrayList<>();
    private final Map<Tracked, Map<Link, IdentityHashMap<Object, Object>>> now = new HashMap<>();

    /**
     * A place that an object has by now.
     *
     * @param owner the object that has the collection
     */
    record Change(Link link, Tracked owner, Object object, Object place) {}

    /**
     * Looks at some objects.
     *
     * @param owners those whose collections may have changed
     */
    Places(Collection<Tracked> owners, PairChanges pairs) {
        Set<Pair> joined = Set.copyOf(pairs.joined());
        for (Tracked each : owners) {
            for (Link link : each.outline().placed()) {
                if (each.stays()) {
                    look(each, link, joined);
                }
            }
        }
    }

    private void look(Tracked owner, Link link, Set<Pair> joined) {
        Snapshot snapshot = owner.snapshot();
        Object[] content = link.content(link.attribute().get(owner.entity()));
        boolean partial =
                link.attribute().get(owner.entity()) instanceof DeferredCollection deferred && deferred.isPartial();
        if (content == null
                || (partial && !link.isMap())
                || (snapshot != null && !snapshot.changed(link, owner.entity()))) {
            return;
        }
        IdentityHashMap<Object, Object> places = places(content, owner, link);
        now.computeIfAbsent(owner, key -> new LinkedHashMap<>()).put(link, places);
        Map<Object, Object> before = before(owner, link, snapshot);
        places.forEach((object, place) -> {
            boolean paired = link.pairs() != null && joined.contains(new Pair(link, owner, object));
            if (!paired && !Objects.equals(before.get(object), place)) {
                changes.add(new Change(link, owner, object, place));
            }
        });
    }

    /** Where the objects were, as far as that is known: positions that were not those in the list are written anew. */
    private static Map<Object, Object> before(Tracked owner, Link link, @Nullable Snapshot snapshot) {
        Object[] content = snapshot == null ? null : snapshot.content(link);
        boolean gaps = snapshot != null
                && snapshot.held(link.attribute()) instanceof DeferredCollection deferred
                && deferred.hasGaps();
        return content == null || gaps ? Map.of() : places(content, owner, link);
    }

    private static IdentityHashMap<Object, Object> places(Object[] content, Tracked owner, Link link) {
        IdentityHashMap<Object, Object> places = new IdentityHashMap<>();
        for (int i = 0; i < content.length; i++) {
            Object object = content[i] instanceof Placed placed ? placed.object() : content[i];
            Object place = content[i] instanceof Placed placed ? placed.place() : (Object) i;
            if (place == null) {
                continue; // it left, and is kept until it joins another
            }
            if (places.put(object, place) != null) {
                throw new InvalidRequestException("an object is twice in " + owner + "."
                        + link.attribute().name() + ", which keeps one place for it");
            }
        }
        return places;
    }

    /** The places to be written, but for those of new pairs. */
    List<Change> changes() {
        return changes;
    }

    /** The place of a new pair. */
    @Nullable
    Object of(Pair pair) {
        IdentityHashMap<Object, Object> places =
                now.getOrDefault(pair.owner(), Map.of()).get(pair.link());
        return places == null ? null : places.get(pair.target());
    }
}
