package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.PendingKey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects that get another key: those that the program gave one, and those whose key has the key of one of them in it.
 *
 * <p>The rows of the latter follow, since their foreign keys do; a row is changed by itself only where more of its key changes.
 */
final class KeyChanges {
    private final IdentityMap map;
    private final IdentityHashMap<Tracked, EntityKey> now = new IdentityHashMap<>();
    private final Map<Tracked, EntityKey> moved = new LinkedHashMap<>();
    private final List<List<Change>> order = new ArrayList<>();
    private final IdentityHashMap<Tracked, Integer> levels = new IdentityHashMap<>();

    /**
     * A row that gets another key.
     *
     * @param before the key that it has by then
     */
    record Change(Tracked row, EntityKey before, EntityKey now) {}

    /** The changes that a flush has to make. */
    KeyChanges(IdentityMap map, List<Tracked> changed) {
        this.map = map;
        if (changed.stream().anyMatch(KeyChanges::isChanged)) {
            find();
        }
    }

    private static boolean isChanged(Tracked row) {
        Snapshot before = row.snapshot();
        return before != null
                && !row.mapping().isReadOnly()
                && row.outline().keyLinks().isChanged(row.entity(), before);
    }

    private void find() {
        for (Tracked each : map.all()) {
            boolean stays = each.is(EntityState.PERSISTENT) && each.snapshot() != null;
            if ((stays || each.isDeleting())
                    && (!each.outline().keyLinks().links().isEmpty() || (stays && isChanged(each)))) {
                EntityKey key = keyOf(each);
                if (!key.equals(each.key())) {
                    moved.put(each, key);
                }
            }
        }
        moved.keySet().forEach(each -> level(each, new ArrayList<>()));
    }

    boolean isEmpty() {
        return moved.isEmpty();
    }

    /** The objects with the keys that they get. */
    Map<Tracked, EntityKey> moved() {
        return moved;
    }

    /** The key that a row has when keys have changed. */
    EntityKey after(Tracked row) {
        EntityKey key = moved.get(row);
        return key == null ? Objects.requireNonNull(row.key()) : key;
    }

    boolean isMoved(Tracked row) {
        return moved.containsKey(row);
    }

    /** The rows that are changed by themselves, in groups, each of which needs those before it. */
    List<List<Change>> order() {
        return order.stream().filter(each -> !each.isEmpty()).toList();
    }

    /** The rows to be deleted first, since another gets their key. */
    List<Tracked> left() {
        List<Tracked> left = new ArrayList<>();
        moved.forEach((row, key) -> {
            Tracked other = map.at(key);
            if (other != null && other != row && other.isDeleting() && !moved.containsKey(other)) {
                left.add(other);
            }
        });
        return left;
    }

    // the keys

    private EntityKey keyOf(Tracked row) {
        EntityKey known = now.get(row);
        if (known == null) {
            known = row.isDeleting() ? carried(row) : made(row);
            now.put(row, known);
        }
        return known;
    }

    /** The key that an object has by its members. */
    private EntityKey made(Tracked row) {
        @Nullable Object[] values = row.mapping().keyValues(row.entity()).clone();
        for (KeyLinks.Part each : row.outline().keyLinks().links()) {
            put(target(each.link(), each.link().attribute().get(row.entity())), each, values);
        }
        for (Object each : values) {
            if (each == null || each instanceof PendingKey) {
                throw new InvalidRequestException("the key of " + row + " was changed to "
                        + (each instanceof PendingKey key && key.target() != row.entity()
                                ? "that of a new object, which has none yet: flush that one first"
                                : "null: a row has a key; delete the object if it is to have no row"));
            }
        }
        return row.mapping().key(values);
    }

    /** The key that a row has when those changed whose keys it has in it. */
    private EntityKey carried(Tracked row) {
        EntityKey before = Objects.requireNonNull(row.key());
        @Nullable Object[] values = before.values().toArray();
        for (KeyLinks.Part each : row.outline().keyLinks().links()) {
            put(targetBefore(row, each), each, values);
        }
        return row.mapping().key(values);
    }

    private void put(@Nullable Tracked target, KeyLinks.Part part, @Nullable Object[] into) {
        if (target != null && target.key() != null) {
            EntityKey key = keyOf(target);
            for (int i = 0; i < part.positions().size(); i++) {
                into[part.positions().get(i)] = key.value(i);
            }
        }
    }

    private @Nullable Tracked targetBefore(Tracked row, KeyLinks.Part part) {
        Snapshot before = row.snapshot();
        return before == null
                ? null
                : target(part.link(), before.held(part.link().attribute()));
    }

    private @Nullable Tracked target(Link link, @Nullable Object member) {
        Object[] members = link.members(member);
        if (members != null) {
            return members.length == 0 ? null : map.of(members[0]);
        }
        return References.key(link, member).map(map::at).orElse(null);
    }

    // the order

    private int level(Tracked row, List<Tracked> path) {
        Integer known = levels.get(row);
        if (known != null) {
            return known;
        }
        if (path.contains(row)) {
            throw circle(path.subList(path.indexOf(row), path.size()));
        }
        path.add(row);
        int level = 0;
        for (Tracked each : needed(row)) {
            level = Math.max(level, level(each, path) + 1);
        }
        path.remove(path.size() - 1);
        levels.put(row, level);
        EntityKey key = Objects.requireNonNull(moved.get(row));
        EntityKey before = carried(row);
        if (!before.equals(key)) {
            while (order.size() <= level) {
                order.add(new ArrayList<>());
            }
            order.get(level).add(new Change(row, before, key));
        }
        return level;
    }

    /** The rows whose keys change first: those whose keys a row has or gets, and the one that has the key now which it gets. */
    private List<Tracked> needed(Tracked row) {
        List<Tracked> needed = new ArrayList<>();
        for (KeyLinks.Part each : row.outline().keyLinks().links()) {
            needed.add(targetBefore(row, each));
            needed.add(target(each.link(), each.link().attribute().get(row.entity())));
        }
        needed.add(map.at(Objects.requireNonNull(moved.get(row))));
        needed.removeIf(each -> each == null || each == row || !moved.containsKey(each));
        return needed;
    }

    private InvalidRequestException circle(List<Tracked> rows) {
        return new InvalidRequestException(
                "these rows cannot get each other's keys, since no order of statements allows it: "
                        + rows.stream()
                                .map(each -> each + " → " + moved.get(each))
                                .collect(Collectors.joining(", "))
                        + ". Give one of them a key that no row has, flush, and give it the other's then");
    }
}
