package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds all that a flush has to write: follows cascades, brings both sides of relationships in step, and removes orphans. */
final class Preparation {
    private final Tracking tracking;
    private final Mirrors mirrors;
    private final Discovery found;
    private final PairChanges pairs;
    private final List<Leaving> leaving;
    private final List<Tracked> added = new ArrayList<>();
    private final List<Tracked> deleted = new ArrayList<>();

    private Preparation(Tracking tracking, Related related, boolean keepsOrphans) {
        this.tracking = tracking;
        this.mirrors = new Mirrors(tracking.map());
        this.found = new Discovery(tracking, related);
        found.run();
        BothSides sides = new BothSides(tracking, found, mirrors);
        sides.run();
        this.pairs = new PairChanges(tracking, found.links(), mirrors);
        pairs.run();
        this.leaving = new ArrayList<>(sides.leaving());
        leaving.addAll(pairs.leaving());
        Set<Tracked> orphans = new LinkedHashSet<>(sides.orphans());
        if (!keepsOrphans) {
            leaving.forEach(each -> orphans.add(each.orphan()));
        }
        orphans.forEach(tracking::delete);
        if (!found.isEmpty()) {
            sort();
            Departure.of(tracking.map(), mirrors, deleted);
        }
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
        for (Leaving each : leaving) {
            if (each.owner() == tracked && each.orphan().stays()) {
                snapshot = snapshot.withElement(each.link(), each.orphan().entity());
            }
        }
        return snapshot;
    }

    PairChanges pairs() {
        return pairs;
    }
}
