package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps both sides of relationships by foreign key in step: what the program changed on one side only is changed on the other too.
 *
 * <p>The side with the foreign key decides. It is set after the other side where the program left it alone, and where the two contradict each other that
 * is an error.
 */
final class BothSides {
    private final Tracking tracking;
    private final List<LinkChange> changes;
    private final Set<Tracked> changed;
    private final Mirrors mirrors;
    private final Map<End, Tracked> claims = new LinkedHashMap<>();
    private final Set<Tracked> orphans = new LinkedHashSet<>();
    private final List<Leaving> leaving = new ArrayList<>();

    /** A foreign key of an object. */
    private record End(Tracked child, Link link) {}

    BothSides(Tracking tracking, Discovery found, Mirrors mirrors) {
        this.tracking = tracking;
        this.changes = found.links();
        this.changed = found.changed();
        this.mirrors = mirrors;
    }

    /** The objects that left a relationship to one which removes orphans. */
    Set<Tracked> orphans() {
        return orphans;
    }

    /** The objects that left a collection which removes orphans: until the transaction goes on they may still join another. */
    List<Leaving> leaving() {
        return leaving;
    }

    void run() {
        changes.stream().filter(BothSides::isMirror).forEach(this::claim);
        claims.forEach((end, parent) -> settle(end, parent));
        changes.stream().filter(BothSides::isMirror).forEach(this::release);
        changes.stream().filter(each -> each.link().hasForeignKey()).forEach(this::replaced);
    }

    /** A change on the side without the foreign key. */
    private static boolean isMirror(LinkChange change) {
        return change.link().pairs() == null && !change.link().hasForeignKey();
    }

    private @Nullable End end(LinkChange change, Object child) {
        RelationshipMapping owning = change.link().inverse().orElseThrow();
        Tracked tracked = tracking.map().of(child);
        return tracked == null || !tracked.stays()
                ? null
                : new End(tracked, tracked.outline().link(owning.index()));
    }

    // objects that joined

    private void claim(LinkChange change) {
        if (!change.owner().stays()) {
            return;
        }
        for (Object each : change.added()) {
            End end = end(change, each);
            Tracked other = end == null ? null : claims.putIfAbsent(end, change.owner());
            if (end != null && other != null && other != change.owner()) {
                throw new InvalidRequestException(end.child() + " was put into both " + other + "."
                        + change.link().attribute().name() + " and " + change.owner() + "."
                        + change.link().attribute().name() + ": take it out of one of them");
            }
        }
    }

    private void settle(End end, Tracked parent) {
        Link link = end.link();
        Object held = link.attribute().get(end.child().entity());
        if (References.leadsTo(link, held, parent)) {
            return;
        }
        if (isSetByProgram(end, held)) {
            throw new InvalidRequestException(
                    end.child() + "." + link.attribute().name() + " was set to "
                            + described(link, held) + ", but the object was put into "
                            + parent + "." + link.inverse().orElseThrow().name() + ": the two have to agree");
        }
        Snapshot snapshot = end.child().snapshot();
        if (snapshot != null) {
            mirrors.remove(link, snapshot.held(link.attribute()), end.child());
        }
        set(end, parent);
    }

    private static boolean isSetByProgram(End end, @Nullable Object held) {
        Snapshot snapshot = end.child().snapshot();
        if (end.child().isDerived(end.link())) {
            return false;
        }
        return snapshot == null
                ? !References.isEmpty(end.link(), held)
                : snapshot.changed(end.link(), end.child().entity());
    }

    private String described(Link link, @Nullable Object held) {
        Object[] members = link.members(held);
        Tracked target =
                members == null || members.length == 0 ? null : tracking.map().of(members[0]);
        return target != null
                ? target.toString()
                : References.key(link, held).map(Object::toString).orElse("none");
    }

    private void set(End end, @Nullable Tracked parent) {
        end.child().derive(end.link(), parent == null ? null : parent.entity());
        if (end.child().snapshot() != null) {
            changed.add(end.child());
        }
    }

    // objects that left

    private void release(LinkChange change) {
        if (!change.owner().stays()) {
            return;
        }
        for (Object each : change.removed()) {
            End end = end(change, each);
            if (end != null && !claims.containsKey(end)) {
                release(change, end);
            }
        }
    }

    private void release(LinkChange change, End end) {
        Link link = end.link();
        Object held = link.attribute().get(end.child().entity());
        boolean stillThere = References.leadsTo(link, held, change.owner());
        if (!stillThere && !References.isEmpty(link, held)) {
            return; // it went to another
        }
        if (change.link().removesOrphans()) {
            if (change.link().isToMany()) {
                leaving.add(new Leaving(change.owner(), change.link(), end.child()));
            } else {
                orphans.add(end.child());
            }
        } else if (stillThere) {
            if (!((ToOneMapping) link.attribute()).isOptional()) {
                throw new InvalidRequestException(end.child() + " was taken out of " + change.owner() + "."
                        + change.link().attribute().name() + ", but " + link
                        + " may not be null: delete it, put it elsewhere, or declare orphanRemoval = true");
            }
            set(end, null);
        }
    }

    // foreign keys that the program set

    private void replaced(LinkChange change) {
        Tracked child = change.owner();
        Link link = change.link();
        if (!child.stays() || child.isDerived(link)) {
            mirror(change);
            return;
        }
        if (link.removesOrphans()) {
            for (Object each : change.removed()) {
                Tracked old = tracking.map().of(each);
                if (old != null) {
                    orphans.add(old);
                }
            }
        }
        mirror(change);
    }

    private void mirror(LinkChange change) {
        Snapshot snapshot = change.owner().snapshot();
        if (snapshot != null) {
            mirrors.remove(change.link(), snapshot.held(change.link().attribute()), change.owner());
        }
        if (change.owner().stays()) {
            mirrors.add(
                    change.link(), change.link().attribute().get(change.owner().entity()), change.owner());
        }
    }
}
