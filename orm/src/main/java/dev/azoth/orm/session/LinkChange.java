package dev.azoth.orm.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A relationship of an object whose other end changed: which objects were there, and which are.
 *
 * @param unseen whether it is a collection that is not loaded: they are only those that came and went, and those that came may be there already
 */
@SuppressWarnings("ArrayRecordComponent") // carries values within this package and is never compared
record LinkChange(Tracked owner, Link link, Object[] before, Object[] now, boolean unseen) {
    LinkChange(Tracked owner, Link link, Object[] before, Object[] now) {
        this(owner, link, before, now, false);
    }

    /** What waits in a collection that is not loaded. */
    static LinkChange waiting(Tracked owner, Link link, DeferredCollection collection, Object[] removed) {
        return new LinkChange(owner, link, removed, collection.added().toArray(), true);
    }

    List<Object> added() {
        return without(now, before);
    }

    List<Object> removed() {
        return without(before, now);
    }

    private static List<Object> without(Object[] some, Object[] others) {
        Set<Object> excluded = identitySet(others);
        List<Object> left = new ArrayList<>();
        for (Object each : some) {
            if (excluded.add(each)) {
                left.add(each);
            }
        }
        return left;
    }

    static Set<Object> identitySet(Object... elements) {
        Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>(elements.length * 2));
        Collections.addAll(set, elements);
        return set;
    }
}
