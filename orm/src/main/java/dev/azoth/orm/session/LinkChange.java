package dev.azoth.orm.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A relationship of an object whose other end changed: which objects were there, and which are. */
@SuppressWarnings("ArrayRecordComponent") // carries values within this package and is never compared
record LinkChange(Tracked owner, Link link, Object[] before, Object[] now) {
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
