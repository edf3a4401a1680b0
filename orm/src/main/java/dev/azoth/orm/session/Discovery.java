package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.model.Cascade;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changed since the last flush: objects, and relationships; and adds new objects that relationships lead to, where they cascade.
 */
final class Discovery {
    private static final Object[] NONE = {};

    private final Tracking tracking;
    private final Related related;
    private final Set<Tracked> changed = new LinkedHashSet<>();
    private final List<LinkChange> links = new ArrayList<>();
    private final List<ValueChange> values = new ArrayList<>();
    private boolean adds;
    private boolean deletes;

    Discovery(Tracking tracking, Related related) {
        this.tracking = tracking;
        this.related = related;
    }

    /** Whether nothing is to be written: no object is new, changed, or to be deleted. */
    boolean isEmpty() {
        return !adds && !deletes && changed.isEmpty() && links.isEmpty();
    }

    /** The persistent objects whose rows may have to be updated. */
    Set<Tracked> changed() {
        return changed;
    }

    /** The relationships that changed; of new objects all that lead to anything. */
    List<LinkChange> links() {
        return links;
    }

    /** The collections of values that changed; of new objects all that have any. */
    List<ValueChange> values() {
        return values;
    }

    void run() {
        List<Tracked> added = new ArrayList<>();
        for (Tracked each : tracking.map().all()) {
            if (each.is(EntityState.PERSISTENT)) {
                look(each);
            } else if (each.is(EntityState.PENDING)) {
                look(each);
                added.add(each);
            } else {
                deletes |= each.isDeleting();
            }
        }
        adds = !added.isEmpty();
        dropOrphans(added);
        List<Runnable> afterwards = new ArrayList<>();
        for (int looked = 0; looked < links.size(); looked++) {
            LinkChange change = links.get(looked);
            for (Object each : change.now()) {
                // what one relationship does not add, another may
                if (change.link().cascades(Cascade.ADD)) {
                    admit(change, each);
                } else {
                    afterwards.add(() -> admit(change, each));
                }
            }
        }
        afterwards.forEach(Runnable::run);
    }

    private void look(Tracked tracked) {
        Snapshot snapshot = tracked.snapshot();
        if (snapshot == null && tracked.is(EntityState.PERSISTENT)) {
            return; // it is being loaded right now
        }
        if (snapshot != null
                && (!tracked.expressions().isEmpty()
                        || tracked.mapping().objects().isChanged(tracked.entity(), snapshot.state()))) {
            changed.add(tracked);
        }
        ViewOnlyMembers.check(tracked);
        MapKeys.settle(tracked);
        for (Values each : tracked.outline().values()) {
            look(tracked, each, snapshot);
        }
        for (Link link : tracked.outline().links()) {
            if (snapshot == null) {
                look(tracked, link, NONE);
            } else if (snapshot.changed(link, tracked.entity())) {
                Object held = link.attribute().get(tracked.entity());
                if (held == snapshot.held(link.attribute())
                        && held instanceof DeferredCollection deferred
                        && deferred.isWaiting()) {
                    links.add(waiting(tracked, link, deferred));
                } else {
                    look(tracked, link, before(tracked, link, snapshot));
                }
            }
        }
    }

    private LinkChange waiting(Tracked tracked, Link link, DeferredCollection collection) {
        Object[] removed = collection.removed().stream()
                .filter(each -> {
                    Tracked child = tracking.map().of(each);
                    return child != null && References.mayHaveBeen(link, tracked, child);
                })
                .toArray();
        return LinkChange.waiting(tracked, link, collection, removed);
    }

    private void look(Tracked tracked, Values member, @Nullable Snapshot snapshot) {
        if (snapshot != null && !snapshot.changed(member, tracked.entity())) {
            return;
        }
        Object[] now = member.content(member.attribute().get(tracked.entity()));
        if (now != null) {
            Object[] before = snapshot == null ? NONE : before(member, snapshot);
            ValueChange change = new ValueChange(tracked, member, before, now);
            if (!change.isEmpty()) {
                values.add(change);
                if (snapshot != null) {
                    changed.add(tracked);
                }
            }
        }
    }

    /** The values that were there; loaded now if the program replaced the collection without having looked. */
    private static Object[] before(Values member, Snapshot snapshot) {
        Object[] known = snapshot.content(member);
        if (known == null && snapshot.held(member.attribute()) instanceof DeferredCollection deferred) {
            deferred.load();
            known = member.content(deferred);
        }
        return known == null ? NONE : known;
    }

    private void look(Tracked tracked, Link link, Object[] before) {
        Object[] now = link.members(link.attribute().get(tracked.entity()));
        if (now != null && now.length + before.length > 0) {
            links.add(new LinkChange(tracked, link, before, now));
        }
    }

    /** What was at the other end; loaded now if the program replaced it without having looked. */
    private Object[] before(Tracked tracked, Link link, Snapshot snapshot) {
        Object[] known = snapshot.members(link);
        if (known != null) {
            return known;
        }
        if (link.hasForeignKey() && !link.removesOrphans()) {
            Tracked old = held(link, snapshot.held(link.attribute()));
            return old == null ? NONE : new Object[] {old.entity()};
        }
        return related.before(tracked, link, snapshot).toArray();
    }

    private @Nullable Tracked held(Link link, @Nullable Object member) {
        return References.key(link, member).map(tracking.map()::at).orElse(null);
    }

    /** An object that came in through a relationship that removes orphans, and left it before it was ever written, goes. */
    private void dropOrphans(List<Tracked> added) {
        for (Tracked each : added) {
            Tracked parent = each.parent();
            Link link = each.parentLink();
            if (parent != null && link != null && isOrphan(each, parent, link)) {
                links.removeIf(change -> change.owner() == each);
                values.removeIf(change -> change.owner() == each);
                tracking.expunge(each);
            }
        }
    }

    private static boolean isOrphan(Tracked child, Tracked parent, Link link) {
        Object[] now = link.known(link.attribute().get(parent.entity()));
        if (now == null || LinkChange.identitySet(now).contains(child.entity())) {
            return false;
        }
        return link.pairs() != null
                || link.inverse()
                        .map(end -> new Link(end).members(end.get(child.entity())))
                        .map(owner -> owner.length == 0 || owner[0] == parent.entity())
                        .orElse(true);
    }

    private static void checkThere(LinkChange change, Tracked target) {
        if (target.is(EntityState.DELETED)
                && change.owner().stays()
                && !LinkChange.identitySet(change.before()).contains(target.entity())) {
            throw new InvalidRequestException(
                    change.owner() + "." + change.link().attribute().name() + " leads to " + target
                            + (target.isDeleting()
                                    ? ", which is to be deleted: session.add(…) takes that back, or let it lead elsewhere"
                                    : ", which was deleted in this transaction: put a new object there, or roll back"));
        }
    }

    /** The other end of a relationship is an object of the session, or becomes one. */
    private void admit(LinkChange change, Object target) {
        Tracked held = tracking.map().of(target);
        if (held != null) {
            checkThere(change, held);
            return;
        }
        if (tracking.readOnly().contains(target)) {
            if (change.link().hasForeignKey()) {
                return; // the object itself is not written
            }
            throw ReadOnlyObjects.refused(
                    target,
                    "put into " + change.owner() + "."
                            + change.link().attribute().name());
        }
        if (!change.link().cascades(Cascade.ADD)) {
            tracking.checkHere(target);
            String name = change.link().attribute().target().name();
            throw new InvalidRequestException(change.owner() + "."
                    + change.link().attribute().name() + " leads to a "
                    + name + " that the session does not hold.\n"
                    + "  a new one     session.add(…) it, or declare cascade = PERSIST on " + change.link() + "\n"
                    + "  one detached  use what session.merge(…) or session.get(…) gives");
        }
        tracking.addThrough(change.owner(), change.link(), target).forEach(this::look);
    }
}
