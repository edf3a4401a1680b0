package dev.azoth.orm.session;

import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The objects of rows that an insert made, or met: by their keys, which it returns. */
final class InsertedObjects {
    private final EntityQueries queries;
    private final Synchronization objects;
    private final EntityMapping<?> mapping;
    private final SynchronizeSession how;

    InsertedObjects(EntityQueries queries, Synchronization objects, EntityMapping<?> mapping, SynchronizeSession how) {
        this.queries = queries;
        this.objects = objects;
        this.mapping = mapping;
        this.how = how;
    }

    /** Whether the keys must be known: for objects that the program asked for, or because the session has some that the insert may meet. */
    boolean needsKeys(Insert<?> insert) {
        return ReturnedParts.hasEntity(insert)
                || (isUpsert(insert)
                        && how != SynchronizeSession.OFF
                        && !objects.held(mapping).isEmpty());
    }

    private static boolean isUpsert(Insert<?> insert) {
        return insert.conflict().filter(each -> !each.update().isEmpty()).isPresent();
    }

    /** What the program asked for; objects that the session had have the values of their rows by then. */
    <T> List<T> of(Insert<T> insert, ReturnedParts<T> parts, List<Row> rows) {
        Map<EntityKey, Row> byKey = new LinkedHashMap<>();
        rows.forEach(each -> byKey.put(parts.key(each), each));
        if (isUpsert(insert) && how != SynchronizeSession.OFF) {
            objects.reload(
                    mapping,
                    byKey.keySet().stream()
                            .map(each -> objects.held(mapping, each))
                            .filter(Objects::nonNull)
                            .toList());
        }
        Map<EntityKey, Object> found = ReturnedParts.hasEntity(insert)
                ? inserted(byKey.keySet(), () -> queries.loadMet(mapping, byKey.keySet()))
                : Map.of();
        return parts.project(rows, found);
    }

    /** Loads the objects of rows that an insert made. A rollback takes away those that the session did not have before. */
    Map<EntityKey, Object> inserted(Collection<EntityKey> keys, Supplier<Map<EntityKey, Object>> load) {
        List<EntityKey> fresh = keys.stream()
                .filter(each -> objects.held(mapping, each) == null)
                .toList();
        Map<EntityKey, Object> found = load.get();
        fresh.forEach(each -> objects.inserted(mapping, each));
        return found;
    }

    /** An upsert that counts itself in the versions of the rows that it meets, and sets what is made anew for each change. */
    static Conflict raised(Conflict conflict, AlsoSet also) {
        return conflict.update().isEmpty()
                ? conflict
                : new Conflict(
                        conflict.key(),
                        conflict.constraint(),
                        conflict.keyWhere(),
                        also.in(conflict.update()),
                        conflict.where());
    }
}
