package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.EntityKey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** New objects with the key of one that is deleted in the same flush: their rows are updated, rather than deleted and inserted. */
final class RowSwitches {
    private final List<Tracked> inserted = new ArrayList<>();
    private final IdentityHashMap<Tracked, Tracked> switched = new IdentityHashMap<>();
    private final Set<Tracked> left = new LinkedHashSet<>();
    private final Map<EntityKey, Tracked> seen = new LinkedHashMap<>();

    RowSwitches(IdentityMap map, List<Tracked> added, KeyChanges keys) {
        for (Tracked each : added) {
            EntityKey key = each.mapping().keyOf(each.entity()).orElse(null);
            Tracked other = key == null ? null : map.at(key);
            if (key != null && seen.putIfAbsent(key, each) != null) {
                throw new InvalidRequestException("two new objects have the key " + key + ": add one of them");
            }
            if (other == null || keys.isMoved(other)) {
                inserted.add(each);
            } else if (other.isDeleting() && other.mapping() != each.mapping()) {
                inserted.add(each);
                left.add(other);
            } else if (other.isDeleting()) {
                switched.put(each, other);
            } else {
                throw new InvalidRequestException("a new " + each.mapping().name() + " has the key of " + key
                        + ", which the session holds: change that object, or merge the new one");
            }
        }
    }

    /** The objects whose rows are really inserted. */
    List<Tracked> inserted() {
        return inserted;
    }

    /** The objects whose rows must go before, since a row of the same key is of another class. */
    Set<Tracked> left() {
        return left;
    }

    /** Whether an object's row is taken over. */
    boolean isReplaced(Tracked deleted) {
        return switched.containsValue(deleted);
    }

    /** The rows that are taken over. */
    List<UpdateStep.Change> changes() {
        List<UpdateStep.Change> changes = new ArrayList<>();
        switched.forEach((row, old) ->
                changes.add(new UpdateStep.Change(row, Objects.requireNonNull(old.key()), Versions.current(old))));
        return changes;
    }
}
