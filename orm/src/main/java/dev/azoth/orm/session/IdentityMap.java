package dev.azoth.orm.session;

import dev.azoth.orm.mapping.EntityKey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a session: one for a row. Objects are told apart by identity alone, since {@code equals} and {@code hashCode} are the user's.
 *
 * <p>It holds its objects until the session lets them go. A plain object does not tell that it was changed, so one that is unchanged now may be changed and dropped by the program the
 * next moment: were it held weakly, its change would be lost before a flush could see it. What nobody may change is in {@link ReadOnlyObjects}.
 */
final class IdentityMap {
    private final IdentityHashMap<Object, Tracked> objects = new IdentityHashMap<>();
    private final RowTable rows = new RowTable();
    private boolean expired; // whether any ever was
    private boolean called;
    private @Nullable Tracked first;
    private @Nullable Tracked last;
    private @Nullable Tracked unknown; // the first that is not among the objects yet

    /** What the session knows of an object. */
    @Nullable
    Tracked of(Object entity) {
        return objects().get(entity);
    }

    /** Objects that were only read are found by their keys; by themselves when somebody first asks. */
    private IdentityHashMap<Object, Tracked> objects() {
        for (Tracked each = unknown; each != null; each = each.next) {
            objects.put(each.entity(), each);
        }
        unknown = null;
        return objects;
    }

    /** The object of a row, unless that is deleted. */
    @Nullable
    Tracked at(EntityKey key) {
        return rows.get(key);
    }

    /** Whether the class of any object ever here does something at moments in its life. */
    boolean isCalled() {
        return called;
    }

    /** What an object holds is old. */
    void expire(Tracked tracked) {
        tracked.expire();
        expired = true;
    }

    /** The object of a row, if what it holds is old. */
    @Nullable
    Tracked expired(EntityKey key) {
        Tracked tracked = expired ? rows.get(key) : null;
        return tracked != null && tracked.isExpired() ? tracked : null;
    }

    void add(Tracked tracked) {
        if (objects().put(tracked.entity(), tracked) == null) {
            append(tracked);
        }
        index(tracked);
    }

    /** Adds an object that was made just now, so that it cannot be here. */
    void addNew(Tracked tracked) {
        append(tracked);
        if (unknown == null) {
            unknown = tracked;
        }
        index(tracked);
    }

    private void append(Tracked tracked) {
        called |= tracked.outline().isCalled();
        tracked.previous = last;
        if (last == null) {
            first = tracked;
        } else {
            last.next = tracked;
        }
        last = tracked;
    }

    /** Makes an object be found by its key. */
    void index(Tracked tracked) {
        EntityKey key = tracked.key();
        if (key != null) {
            rows.put(key, tracked);
        }
    }

    /** Makes an object be no longer found by its key. */
    void unindex(Tracked tracked) {
        EntityKey key = tracked.key();
        if (key != null) {
            rows.remove(key, tracked);
        }
    }

    void remove(Tracked tracked) {
        if (objects().remove(tracked.entity(), tracked)) {
            unlink(tracked);
        }
        unindex(tracked);
    }

    private void unlink(Tracked tracked) {
        Tracked before = tracked.previous;
        Tracked after = tracked.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        tracked.previous = null;
        tracked.next = null;
    }

    /** All, in the order in which they came; a copy. */
    List<Tracked> all() {
        List<Tracked> all = new ArrayList<>(rows.size());
        for (Tracked each = first; each != null; each = each.next) {
            all.add(each);
        }
        return all;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** Finds nothing by its key any more, and tells no order; objects are still known to be those that were here. */
    void close() {
        rows.clear();
        first = null;
        last = null;
    }
}
