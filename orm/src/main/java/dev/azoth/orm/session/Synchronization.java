package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.AttributeValues;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings a session's objects in step with rows that a statement changed, so that a rollback brings them back. */
final class Synchronization {
    private final Tracking tracking;
    private final EntityQueries queries;

    Synchronization(Tracking tracking, EntityQueries queries) {
        this.tracking = tracking;
        this.queries = queries;
    }

    /** The objects of an entity whose rows a statement may meet. */
    List<Tracked> held(EntityMapping<?> mapping) {
        List<Tracked> held = new ArrayList<>();
        for (Tracked each : tracking.map().all()) {
            if (isOf(each, mapping)) {
                held.add(each);
            }
        }
        return held;
    }

    /** The object of a row, if it is one of those. */
    @Nullable
    Tracked held(EntityMapping<?> mapping, EntityKey key) {
        Tracked held = tracking.map().at(key);
        return held != null && isOf(held, mapping) ? held : null;
    }

    /** The object of a row was not there before a statement inserted it. */
    void inserted(EntityMapping<?> mapping, EntityKey key) {
        Tracked made = held(mapping, key);
        if (made != null) {
            tracking.frame().adding(made);
        }
    }

    private static boolean isOf(Tracked tracked, EntityMapping<?> mapping) {
        return tracked.is(EntityState.PERSISTENT)
                && tracked.snapshot() != null
                && mapping.javaType().isInstance(tracked.entity());
    }

    /** The row of an object has these values now. A record, which cannot have others, is let go. */
    void set(Tracked tracked, Map<ColumnAttribute, @Nullable Object> values) {
        if (tracked.mapping().isRecord()) {
            tracking.expunge(tracked);
            return;
        }
        tracking.frame().changing(tracked);
        Object entity = tracked.entity();
        // one that is not loaded gets the value too: it would keep what it loads until a rollback, and after it
        AttributeValues given = new AttributeValues(tracked.mapping());
        values.forEach((attribute, value) ->
                given.put(attribute, attribute.isLazy() ? Lazy.ofNullable(value) : attribute.copy(value)));
        given.set(entity);
        Snapshot before = Objects.requireNonNull(tracked.snapshot());
        tracked.become(EntityState.PERSISTENT, before.with(values.keySet(), entity));
    }

    /** The rows of objects have other values now, which only the database knows. */
    void reload(EntityMapping<?> mapping, Collection<Tracked> objects) {
        List<EntityKey> keys = new ArrayList<>();
        for (Tracked each : objects) {
            if (each.mapping().isRecord()) {
                tracking.expunge(each);
            } else {
                tracking.frame().changing(each);
                keys.add(Objects.requireNonNull(each.key()));
            }
        }
        queries.reload(mapping, keys);
    }

    /** The rows of objects are gone. */
    void gone(List<Tracked> objects) {
        objects.forEach(tracking.frame()::changing);
        for (Tracked each : objects) {
            tracking.map().unindex(each);
            each.deleted();
        }
        Mirrors mirrors = new Mirrors(tracking.map());
        Departure.of(tracking.map(), mirrors, objects);
        for (Tracked each : mirrors.touched()) {
            if (each.is(EntityState.PERSISTENT)) {
                tracking.frame().changing(each);
                each.become(EntityState.PERSISTENT, Snapshot.of(each.outline(), each.entity()));
            }
        }
    }
}
