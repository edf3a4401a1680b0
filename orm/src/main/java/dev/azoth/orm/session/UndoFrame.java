package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What objects were before a transaction, or a savepoint, changed them: noted at the first change, used when it is rolled back.
 *
 * <p>An object without a note was not touched by a flush: it goes back to its own snapshot.
 */
final class UndoFrame {
    private final Map<Tracked, Before> notes = new IdentityHashMap<>();

    /** An object as it was. */
    private record Before(
            EntityState state,
            @Nullable EntityKey key,
            @Nullable Snapshot snapshot,
            List<Given> given) {}

    /** What a member held before the session gave it a value. */
    private record Given(AttributeMapping attribute, @Nullable Object before) {}

    /** An object is about to be added. */
    void adding(Tracked tracked) {
        List<Given> given = new ArrayList<>();
        if (!tracked.mapping().isRecord()) {
            for (ColumnAttribute each : tracked.mapping().generated()) {
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

    void forget(Tracked tracked) {
        notes.remove(tracked);
    }

    /** Takes the notes of a savepoint that was kept. */
    void absorb(UndoFrame inner) {
        inner.notes.forEach(notes::putIfAbsent);
    }

    /** Ends it, with all kept: what was deleted is let go. */
    List<Tracked> keep(IdentityMap map) {
        List<Tracked> gone = new ArrayList<>();
        for (Tracked each : notes.keySet()) {
            if (each.is(EntityState.DELETED)) {
                map.remove(each);
                gone.add(each);
            }
        }
        notes.clear();
        return gone;
    }

    /** Ends it, with all objects as they were. */
    void undo(IdentityMap map) {
        List<Tracked> all = map.all();
        for (Tracked each : all) {
            Before before = notes.get(each);
            if (before != null && before.state() == EntityState.TRANSIENT) {
                map.remove(each);
                before.given().forEach(given -> given.attribute().set(each.entity(), given.before()));
                each.become(EntityState.TRANSIENT, null);
            }
        }
        for (Tracked each : all) {
            Before before = notes.get(each);
            if (!each.is(EntityState.TRANSIENT)) {
                undo(each, before == null ? each.snapshot() : before.snapshot());
                map.index(each);
            }
        }
        notes.clear();
    }

    private static void undo(Tracked tracked, @Nullable Snapshot to) {
        if (to != null) {
            to.restore(tracked.entity());
            tracked.become(EntityState.PERSISTENT, to);
        }
    }
}
