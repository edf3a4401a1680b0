package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds all that a flush has to write: follows cascades, brings both sides of relationships in step, and removes orphans. */
final class Preparation {
    private final Tracking tracking;
    private final Mirrors mirrors;
    private final Discovery found;
    private final PairChanges pairs;
    private final Map<Tracked, List<Leaving>> leaving = new HashMap<>();
    private final List<Tracked> added = new ArrayList<>();
    private final List<Tracked> deleted = new ArrayList<>();
    private final Places places;

    private Preparation(Tracking tracking, Related related, boolean keepsOrphans) {
        this.tracking = tracking;
        this.mirrors = new Mirrors(tracking.map());
        this.found = new Discovery(tracking, related);
        found.run();
        BothSides sides = new BothSides(tracking, found, mirrors);
        sides.run();
        this.pairs = new PairChanges(tracking, found.links(), mirrors);
        loadPlaces(related);
        pairs.run();
        List<Leaving> all = new ArrayList<>(sides.leaving());
        all.addAll(pairs.leaving());
        all.forEach(each ->
                leaving.computeIfAbsent(each.owner(), key -> new ArrayList<>()).add(each));
        Set<Tracked> orphans = new LinkedHashSet<>(sides.orphans());
        if (!keepsOrphans) {
            all.forEach(each -> orphans.add(each.orphan()));
        }
        orphans.forEach(tracking::delete);
        if (!found.isEmpty()) {
            sort();
            Departure.of(tracking.map(), mirrors, deleted);
        }
        this.places = new Places(placing(), children(), pairs, tracking.map());
    }

    /** The objects whose lists and maps may have changed. */
    private Set<Tracked> placing() {
        Set<Tracked> placing = new LinkedHashSet<>(added);
        found.links().forEach(each -> placing.add(each.owner()));
        placing.addAll(mirrors.touched());
        return placing;
    }

    /** The objects whose foreign keys may have changed. */
    private List<Tracked> children() {
        List<Tracked> children = new ArrayList<>(added);
        children.addAll(found.changed());
        return children;
    }

    private List<Leaving> leaving(Tracked owner) {
        return leaving.getOrDefault(owner, List.of());
    }

    private void sort() {
        for (Tracked each : tracking.map().all()) {
            if (each.is(EntityState.PENDING)) {
                added.add(each);
            } else if (each.isDeleting()) {
                deleted.add(each);
            }
        }
    }

    /** What is paired from the other side has no key in a map: it has to be there already. */
    private void loadPlaces(Related related) {
        for (LinkChange each : found.links()) {
            Link link = each.link();
            if (link.pairs() == null
                    || link.attribute().isOwning()
                    || link.inverse().isEmpty()) {
                continue;
            }
            for (Object other : each.added()) {
                Tracked owner = tracking.map().of(other);
                Link owning = owner == null
                        ? null
                        : owner.outline().link(link.inverse().get().index());
                if (owner != null
                        && owning != null
                        && owning.isMap()
                        && owning.place().isPresent()
                        && !LinkChange.identitySet(related.loaded(owner, owning).toArray())
                                .contains(each.owner().entity())) {
                    throw new InvalidRequestException(owner + " was put into " + each.owner() + "."
                            + link.attribute().name()
                            + ", which has no key for " + owner + "."
                            + owning.attribute().name()
                            + ": put it into that map, which is the side that is written");
                }
            }
        }
    }

    /** The places in lists and maps. */
    Places places() {
        return places;
    }

    /**
     * Prepares a flush.
     *
     * @param keepsOrphans whether objects that left a collection stay until a later flush, since the program may be about to put them into another
     */
    static Preparation of(Tracking tracking, Related related, boolean keepsOrphans) {
        return new Preparation(tracking, related, keepsOrphans);
    }

    /** The objects whose rows are inserted. */
    List<Tracked> added() {
        return added;
    }

    /** The objects whose rows may have to be updated. */
    List<Tracked> changed() {
        return found.changed().stream()
                .filter(each -> each.is(EntityState.PERSISTENT))
                .toList();
    }

    /** All persistent objects of which something changed, perhaps only a relationship whose foreign key is elsewhere. */
    Set<Tracked> touched() {
        Set<Tracked> touched = new LinkedHashSet<>(found.changed());
        found.links().forEach(each -> touched.add(each.owner()));
        touched.addAll(mirrors.touched());
        touched.removeIf(each -> !each.is(EntityState.PERSISTENT));
        return touched;
    }

    /** The objects whose rows are deleted. */
    List<Tracked> deleted() {
        return deleted;
    }

    /** An object's state after the flush; what left a collection and was kept still counts as one of its former elements. */
    Snapshot snapshot(Tracked tracked) {
        Snapshot snapshot = Snapshot.of(tracked.outline(), tracked.entity());
        for (Leaving each : leaving(tracked)) {
            if (each.orphan().stays()) {
                snapshot = snapshot.withElement(each.link(), each.orphan().entity());
            }
        }
        return snapshot;
    }

    /** What waited in collections that are not loaded is written; what left one and is kept waits on. */
    void written() {
        for (LinkChange each : found.links()) {
            if (each.unseen()
                    && each.link().attribute().get(each.owner().entity()) instanceof DeferredCollection deferred) {
                deferred.flushed(leaving(each.owner()).stream()
                        .filter(other -> other.link() == each.link())
                        .map(Leaving::orphan)
                        .filter(Tracked::stays)
                        .map(Tracked::entity)
                        .toList());
            }
        }
    }

    /** The collections of values that changed, of objects whose rows will be there. */
    List<ValueChange> values() {
        return found.values().stream().filter(each -> each.owner().stays()).toList();
    }

    PairChanges pairs() {
        return pairs;
    }
}
