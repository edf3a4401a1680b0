package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which pairs joined and left the tables of pairs, whichever side the program changed; the other side is changed too. */
final class PairChanges {
    private final Tracking tracking;
    private final List<LinkChange> changes;
    private final Mirrors mirrors;
    private final Map<Pair, Boolean> pairs = new LinkedHashMap<>();
    private final Set<Pair> seen = new HashSet<>();

    PairChanges(Tracking tracking, List<LinkChange> changes, Mirrors mirrors) {
        this.tracking = tracking;
        this.changes = changes;
        this.mirrors = mirrors;
    }

    void run() {
        for (LinkChange change : changes) {
            if (change.link().pairs() != null && change.owner().stays()) {
                checkOnce(change);
                change.removed().forEach(each -> note(change, each, false));
                change.added().forEach(each -> note(change, each, true));
            }
        }
        pairs.forEach(this::mirror);
    }

    private static void checkOnce(LinkChange change) {
        Set<Object> seen = LinkChange.identitySet();
        for (Object each : change.now()) {
            if (!seen.add(each)) {
                throw new InvalidRequestException("an object is twice in " + change.owner() + "."
                        + change.link().attribute().name() + ", whose table has each pair once");
            }
        }
    }

    private void note(LinkChange change, Object other, boolean added) {
        Link link = change.link();
        if (link.attribute().isOwning()) {
            note(new Pair(link, change.owner(), other), added, change.unseen());
            return;
        }
        Tracked owner = tracking.map().of(other);
        if (owner != null && owner.stays()) {
            Link owning = owner.outline().link(link.inverse().orElseThrow().index());
            note(new Pair(owning, owner, change.owner().entity()), added, change.unseen());
        }
    }

    private void note(Pair pair, boolean added, boolean unseen) {
        pairs.put(pair, added);
        if (!unseen) {
            seen.add(pair);
        }
    }

    /** Whether a pair is there already, for all that is known: it was put into collections that are not loaded. */
    boolean mayBeThere(Pair pair) {
        return !seen.contains(pair);
    }

    private void mirror(Pair pair, boolean added) {
        Tracked target = tracking.map().of(pair.target());
        if (added) {
            mirrors.add(pair.owner(), pair.link(), pair.target());
        } else {
            mirrors.remove(pair.owner(), pair.link(), pair.target());
        }
        if (target != null) {
            pair.link().inverse().ifPresent(inverse -> {
                Link back = target.outline().link(inverse.index());
                if (added) {
                    mirrors.add(target, back, pair.owner().entity());
                } else {
                    mirrors.remove(target, back, pair.owner().entity());
                }
            });
        }
    }

    /** The objects that left a collection which removes orphans, and joined no other like it. */
    List<Leaving> leaving() {
        List<Leaving> leaving = new ArrayList<>();
        pairs.forEach((pair, added) -> {
            Tracked target = tracking.map().of(pair.target());
            if (!added && target != null && pair.link().removesOrphans() && !joined(pair)) {
                leaving.add(new Leaving(pair.owner(), pair.link(), target));
            }
        });
        return leaving;
    }

    private boolean joined(Pair left) {
        return pairs.entrySet().stream()
                .anyMatch(each -> each.getValue()
                        && each.getKey().target() == left.target()
                        && each.getKey().link() == left.link());
    }

    /** The pairs to insert. */
    List<Pair> joined() {
        List<Pair> found = new ArrayList<>();
        pairs.forEach((pair, added) -> {
            Tracked target = tracking.map().of(pair.target());
            if (added && pair.owner().stays() && target != null && target.stays()) {
                found.add(pair);
            }
        });
        return found;
    }

    /** The pairs to delete. All those of an owner that is deleted go with it. */
    List<Pair> left() {
        List<Pair> found = new ArrayList<>();
        pairs.forEach((pair, added) -> {
            if (!added && pair.owner().stays()) {
                found.add(pair);
            }
        });
        return found;
    }
}
