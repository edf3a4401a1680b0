package dev.azoth.orm.session;

import dev.azoth.orm.mapping.EntityKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a session: one for a row. Objects are told apart by identity alone, since {@code equals} and {@code hashCode} are the user's.
 *
 * <p>It holds its objects until the session lets them go: one that is unchanged and no longer used elsewhere stays in memory until then.
 */
final class IdentityMap {
    private final IdentityHashMap<Object, Tracked> objects = new IdentityHashMap<>();
    private final Map<EntityKey, Tracked> rows = new HashMap<>();
    private final Set<Tracked> inOrder = new LinkedHashSet<>();

    @Nullable
    Tracked of(Object entity) {
        return objects.get(entity);
    }

    /** The object of a row, unless that is deleted. */
    @Nullable
    Tracked at(EntityKey key) {
        return rows.get(key);
    }

    void add(Tracked tracked) {
        objects.put(tracked.entity(), tracked);
        inOrder.add(tracked);
        index(tracked);
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
        objects.remove(tracked.entity(), tracked);
        inOrder.remove(tracked);
        unindex(tracked);
    }

    /** All, in the order in which they came; a copy. */
    List<Tracked> all() {
        return new ArrayList<>(inOrder);
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    void clear() {
        objects.clear();
        rows.clear();
        inOrder.clear();
    }
}
