package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
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
 * Which positions in lists, and keys in maps, are to be written: those of objects that came, or moved. What comes to a list of which not all is in memory comes last, where {@link LastPlaces} finds its
 * end.
 */
final class Places {
    private final List<Change> changes = new ArrayList<>();
    private final Map<Tracked, Map<Link, IdentityHashMap<Object, Object>>> now = new HashMap<>();
    private final Map<Pair, LastPlaces.Behind> behind = new HashMap<>();
    private final Map<Link, Set<Object>> appended = new HashMap<>();
    private final LastPlaces last = new LastPlaces();
    private final IdentityMap map;

    /**
     * A place that an object has by now.
     *
     * @param owner the object that has the collection
     */
    record Change(Link link, Tracked owner, Object object, Object place) {}

    /**
     * Looks at some objects.
     *
     * @param owners   those whose collections may have changed
     * @param children those whose foreign keys may have changed
     */
    Places(Collection<Tracked> owners, Collection<Tracked> children, PairChanges pairs, IdentityMap map) {
        this.map = map;
        List<Pair> inOrder = pairs.joined();
        Set<Pair> joined = Set.copyOf(inOrder);
        for (Pair each : inOrder) {
            if (isUnseenList(each.owner(), each.link())) {
                behind.put(each, last.next(each.owner(), each.link()));
            }
        }
        for (Tracked each : owners) {
            for (Link link : each.outline().placed()) {
                if (each.stays()) {
                    look(each, link, joined);
                }
            }
        }
        for (Tracked each : children) {
            for (Link link : each.outline().listed()) {
                Tracked owner = References.key(link, link.attribute().get(each.entity()))
                        .map(map::at)
                        .orElse(null);
                if (owner != null && each.stays()) {
                    append(
                            owner,
                            owner.outline().link(link.inverse().orElseThrow().index()),
                            each);
                }
            }
        }
    }

    private void look(Tracked owner, Link link, Set<Pair> joined) {
        Snapshot snapshot = owner.snapshot();
        if (isUnseenList(owner, link)) {
            append(owner, link);
            return;
        }
        Object[] content = link.content(link.attribute().get(owner.entity()));
        if (content == null || (snapshot != null && !snapshot.changed(link, owner.entity()))) {
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

    private static boolean isUnseenList(Tracked owner, Link link) {
        return link.place().isPresent()
                && !link.isMap()
                && link.attribute().get(owner.entity()) instanceof DeferredCollection deferred
                && (!deferred.isLoaded() || deferred.isPartial());
    }

    /** What was added to a list of which not all is in memory comes last. */
    private void append(Tracked owner, Link link) {
        Object[] added = ((DeferredCollection)
                        Objects.requireNonNull(link.attribute().get(owner.entity())))
                .added()
                .toArray();
        places(added, owner, link); // each once
        for (Object each : added) {
            Tracked child = link.pairs() == null ? map.of(each) : null;
            if (child != null) {
                append(owner, link, child);
            }
        }
    }

    /** The same of what its foreign key leads there, unless it was there already. */
    private void append(Tracked owner, Link link, Tracked child) {
        if (isUnseenList(owner, link)
                && !References.mayHaveBeen(link, owner, child)
                && appended.computeIfAbsent(link, each -> LinkChange.identitySet())
                        .add(child.entity())) {
            changes.add(new Change(link, owner, child.entity(), last.next(owner, link)));
        }
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

    /** Where lists end that are not in memory. */
    LastPlaces last() {
        return last;
    }

    /** The place of a new pair. */
    @Nullable
    Object of(Pair pair, Connection connection) {
        LastPlaces.Behind end = behind.get(pair);
        if (end != null) {
            return last.resolved(end, pair.owner(), pair.link(), connection);
        }
        IdentityHashMap<Object, Object> places =
                now.getOrDefault(pair.owner(), Map.of()).get(pair.link());
        return places == null ? null : places.get(pair.target());
    }
}
