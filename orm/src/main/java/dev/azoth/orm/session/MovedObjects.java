package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.LazyReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings objects in step with rows whose keys have changed: they are found by the other key, and what leads to them leads there. */
final class MovedObjects {
    private final Tracking tracking;
    private final Map<Tracked, EntityKey> moved;
    private final Map<EntityKey, EntityKey> keys = new LinkedHashMap<>();

    MovedObjects(Tracking tracking, Map<Tracked, EntityKey> moved) {
        this.tracking = tracking;
        this.moved = moved;
        moved.forEach((row, key) -> keys.put(Objects.requireNonNull(row.key()), key));
    }

    void settle() {
        List<Tracked> all = tracking.map().all();
        List<Tracked> leading = all.stream()
                .filter(each -> each.is(EntityState.PERSISTENT) && each.snapshot() != null)
                .filter(each -> moved.containsKey(each)
                        || each.outline().foreignKeys().stream().anyMatch(link -> leads(each, link)))
                .toList();
        moved.keySet().forEach(tracking.frame()::changing);
        leading.forEach(tracking.frame()::changing);
        moved.keySet().forEach(tracking.map()::unindex);
        moved.forEach((row, key) -> {
            row.moved(key);
            tracking.map().index(row);
        });
        leading.forEach(this::follow);
    }

    /** Whether a relationship leads to an object with another key. */
    private boolean leads(Tracked row, Link link) {
        Object held = link.attribute().get(row.entity());
        Object[] members = link.members(held);
        if (members != null) {
            Tracked target = members.length == 0 ? null : tracking.map().of(members[0]);
            return target != null && moved.containsKey(target);
        }
        return References.key(link, held).filter(keys::containsKey).isPresent();
    }

    private void follow(Tracked row) {
        Object entity = row.entity();
        List<Link> unloaded = row.outline().foreignKeys().stream()
                .filter(each -> each.attribute().get(entity) instanceof LazyReference<?> reference
                        && !reference.isLoaded()
                        && leads(row, each))
                .toList();
        if (row.mapping().isRecord() && !unloaded.isEmpty()) {
            tracking.expunge(row); // it cannot have another
            return;
        }
        Snapshot snapshot = Objects.requireNonNull(row.snapshot());
        for (Link each : unloaded) {
            LazyReference<?> reference =
                    (LazyReference<?>) Objects.requireNonNull(each.attribute().get(entity));
            boolean unchanged = snapshot.held(each.attribute()) == reference;
            each.attribute().set(entity, reference.leadingTo(key(each, reference)));
            snapshot = unchanged ? snapshot.with(each, entity) : snapshot;
        }
        List<ColumnAttribute> columns = new ArrayList<>(row.outline().mirrors());
        row.outline().derived().forEach(each -> columns.addAll(each.to()));
        if (!row.mapping().isRecord() && !columns.isEmpty()) {
            GivenValues.derive(row);
            GivenValues.mirror(row);
            snapshot = snapshot.with(columns, entity);
        }
        row.measuredFrom(snapshot);
    }

    private @Nullable Object[] key(Link link, LazyReference<?> reference) {
        EntityKey key = References.key(link, reference).map(keys::get).orElseThrow();
        return key.values().toArray();
    }
}
