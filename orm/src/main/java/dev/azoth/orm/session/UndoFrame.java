package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.AttributeValues;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What objects were before a transaction, or a savepoint, changed them: noted at the first change, used when it is rolled back.
 *
 * <p>An object without a note was not touched by a flush: it goes back to its own snapshot.
 */
final class UndoFrame {
    private final IdentityHashMap<Tracked, Before> notes = new IdentityHashMap<>();
    private final IdentityHashMap<Tracked, Set<Member>> read = new IdentityHashMap<>();
    private boolean written;

    /** An object as it was. */
    private record Before(
            EntityState state,
            @Nullable EntityKey key,
            @Nullable Snapshot snapshot,
            List<Given> given) {}

    /** What a member held before the session gave it a value. */
    private record Given(
            AttributeMapping attribute, @Nullable Object before) {}

    /** An object is about to be added. */
    void adding(Tracked tracked) {
        List<Given> given = new ArrayList<>();
        if (!tracked.mapping().isRecord()) {
            for (ColumnAttribute each : tracked.outline().generated()) {
                given.add(new Given(each, each.get(tracked.entity())));
            }
            ColumnAttribute version = tracked.outline().version();
            if (version != null) {
                given.add(new Given(version, version.get(tracked.entity())));
            }
        }
        notes.putIfAbsent(tracked, new Before(EntityState.TRANSIENT, null, null, given));
    }

    /** A persistent object is about to be written, or deleted. */
    void changing(Tracked tracked) {
        if (!notes.containsKey(tracked)) {
            notes.put(tracked, new Before(EntityState.PERSISTENT, tracked.key(), tracked.snapshot(), List.of()));
        }
    }

    /** Something was written: what is read from now on may not be there after a rollback. */
    void written() {
        written = true;
    }

    /** A relationship, or a collection of values, was read from the database. */
    void read(Tracked tracked, Member link) {
        if (written && link.isToMany()) {
            read.computeIfAbsent(tracked, each -> new LinkedHashSet<>()).add(link);
        }
    }

    void forget(Tracked tracked) {
        notes.remove(tracked);
        read.remove(tracked);
    }

    /** Takes the notes of a savepoint that was kept. */
    void absorb(UndoFrame inner) {
        inner.notes.forEach(notes::putIfAbsent);
        inner.read.forEach((tracked, links) -> links.forEach(link ->
                read.computeIfAbsent(tracked, each -> new LinkedHashSet<>()).add(link)));
        written |= inner.written;
    }

    /** Ends it, with all kept: what was deleted is let go. */
    List<Tracked> keep(IdentityMap map) {
        List<Tracked> gone = new ArrayList<>();
        for (Tracked each : notes.keySet()) {
            writeOnly(each).forEach(WriteOnlyElements::kept);
            if (each.is(EntityState.DELETED)) {
                map.remove(each);
                gone.add(each);
            }
        }
        clear();
        return gone;
    }

    private static List<WriteOnlyElements<?>> writeOnly(Tracked tracked) {
        List<WriteOnlyElements<?>> found = new ArrayList<>(0);
        for (Link each : tracked.outline().writeOnly()) {
            if (each.attribute().get(tracked.entity()) instanceof WriteOnlyElements<?> elements) {
                found.add(elements);
            }
        }
        return found;
    }

    private void clear() {
        notes.clear();
        read.clear();
        written = false;
    }

    /** Ends it, with all objects as they were. */
    void undo(IdentityMap map) {
        List<Tracked> all = map.all();
        for (Tracked each : all) {
            Before before = notes.get(each);
            if (before != null && before.state() == EntityState.TRANSIENT) {
                map.remove(each);
                AttributeValues values = new AttributeValues(each.mapping());
                before.given().forEach(given -> values.put(given.attribute(), given.before()));
                values.set(each.entity());
                writeOnly(each).forEach(WriteOnlyElements::unwritten);
                each.become(EntityState.TRANSIENT, null);
            }
        }
        for (Tracked each : all) {
            Before before = notes.get(each);
            boolean goneBefore = before == null && each.is(EntityState.DELETED) && !each.isDeleting();
            if (!each.is(EntityState.TRANSIENT) && !goneBefore) {
                undo(each, before == null ? each.snapshot() : before.snapshot());
                if (before != null && before.key() != null) {
                    map.unindex(each);
                    each.moved(before.key());
                }
                map.index(each);
            }
        }
        read.forEach(UndoFrame::unread);
        if (written) {
            all.forEach(ViewOnlyMembers::unload);
        }
        clear();
    }

    /** Forgets what was read of collections after something was written: it is read again when it is asked for. */
    private static void unread(Tracked tracked, Set<Member> links) {
        for (Member link : links) {
            Snapshot snapshot = tracked.snapshot();
            if (snapshot != null && snapshot.held(link.attribute()) instanceof DeferredCollection deferred) {
                deferred.unload();
                tracked.read(snapshot.with(link, tracked.entity()));
            }
        }
    }

    private static void undo(Tracked tracked, @Nullable Snapshot to) {
        if (to != null) {
            to.restore(tracked.entity());
            tracked.become(EntityState.PERSISTENT, to);
        }
    }
}
