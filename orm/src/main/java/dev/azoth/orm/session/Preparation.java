package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds all that a flush has to write: follows cascades, brings both sides of relationships in step, and removes orphans. */
final class Preparation {
    private final Tracking tracking;
    private final Mirrors mirrors;
    private final Discovery found;
    private final BothSides sides;
    private final PairChanges pairs;

    private Preparation(Tracking tracking, Related related) {
        this.tracking = tracking;
        this.mirrors = new Mirrors(tracking.map());
        this.found = new Discovery(tracking, related);
        found.run();
        this.sides = new BothSides(tracking, found, mirrors);
        sides.run();
        this.pairs = new PairChanges(tracking, found.links(), mirrors);
        pairs.run();
        Set<Tracked> orphans = new LinkedHashSet<>(sides.orphans());
        orphans.addAll(pairs.orphans());
        orphans.forEach(tracking::delete);
        leaveRelationships();
    }

    static Preparation of(Tracking tracking, Related related) {
        return new Preparation(tracking, related);
    }

    /** Takes deleted objects out of the collections of others. */
    private void leaveRelationships() {
        for (Tracked each : deleted()) {
            for (Link link : each.outline().links()) {
                Object held = link.attribute().get(each.entity());
                if (link.hasForeignKey()) {
                    mirrors.remove(link, held, each);
                } else if (link.pairs() != null) {
                    leavePairs(each, link, link.members(held));
                }
            }
        }
    }

    private void leavePairs(Tracked gone, Link link, Object @Nullable [] others) {
        if (others == null) {
            return;
        }
        for (Object each : others) {
            Tracked other = tracking.map().of(each);
            if (other != null) {
                link.inverse()
                        .ifPresent(inverse ->
                                mirrors.remove(other, other.outline().link(inverse.index()), gone.entity()));
            }
        }
    }

    /** The objects whose rows are inserted. */
    List<Tracked> added() {
        List<Tracked> added = new ArrayList<>();
        for (Tracked each : tracking.map().all()) {
            if (each.is(EntityState.PENDING)) {
                added.add(each);
            }
        }
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
        return tracking.map().all().stream().filter(Tracked::isDeleting).toList();
    }

    PairChanges pairs() {
        return pairs;
    }
}
