package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.model.Cascade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One merge: copies the state of objects from outside onto the session's own, and follows the relationships that cascade. */
final class Merge {
    private final Tracking tracking;
    private final Related related;
    private final IdentityHashMap<Object, Object> merged = new IdentityHashMap<>();

    Merge(Tracking tracking, Related related) {
        this.tracking = tracking;
        this.related = related;
    }

    @SuppressWarnings("unchecked") // the session's object is of the same class
    <E> E merge(E given) {
        Object done = merged.get(given);
        if (done != null) {
            return (E) done;
        }
        Tracked tracked = tracking.map().of(given);
        tracking.readOnly().refuse(given, "merged");
        if (tracked != null && !tracked.stays()) {
            throw new InvalidRequestException(tracked + " is deleted in this session and cannot be merged");
        }
        EntityMapping<?> mapping = EntityMapping.of(given.getClass());
        Object own = tracked != null ? given : own(mapping, given);
        merged.put(given, own);
        if (own != given) {
            Tracked copy = tracking.map().of(own);
            copyColumns(mapping, given, own, copy != null && copy.is(EntityState.PENDING));
        }
        for (Link link : Outline.of(mapping).links()) {
            follow(link, given, own);
        }
        for (Values each : Outline.of(mapping).values()) {
            replace(each, given, own);
        }
        return (E) own;
    }

    private static void replace(Values values, Object given, Object own) {
        Object held = values.attribute().get(given);
        Object[] members = held == null ? null : values.content(held);
        if (members == null || given == own) {
            return; // not in memory: nothing is said about it
        }
        Object into = values.attribute().get(own);
        if (into instanceof DeferredCollection deferred) {
            deferred.load();
        }
        if (into == null) {
            throw new InvalidRequestException(
                    values.attribute() + " is null in a new object: initialize it with an empty collection");
        }
        Object[] before = Objects.requireNonNull(values.content(into));
        boolean same = before.length == members.length;
        for (int i = 0; same && i < before.length; i++) {
            same = values.same(before[i], members[i]);
        }
        if (!same) {
            values.refill(into, members);
        }
    }

    /** The session's object for a row, or a new one. */
    private Object own(EntityMapping<?> mapping, Object given) {
        EntityKey key = mapping.keyOf(given).orElse(null);
        if (key == null) {
            return added(mapping, given);
        }
        Tracked held = tracking.map().at(key);
        if (held != null && !held.stays()) {
            throw new InvalidRequestException(held + " is deleted in this session and cannot be merged");
        }
        Object found = held != null ? held.entity() : related.get(key).orElse(null);
        if (found == null) {
            return added(mapping, given);
        }
        if (mapping.isRecord()) {
            throw new InvalidRequestException(
                    key
                            + " is a record, which never changes: change its row with update(…), or upsert it with insert(…).onConflict(…)");
        }
        checkVersion(mapping, given, found, key);
        return found;
    }

    private Object added(EntityMapping<?> mapping, Object given) {
        if (mapping.isRecord()) {
            return tracking.add(given).entity();
        }
        Object made = mapping.objects().create();
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column && (column.isId() || column.isVersion())) {
                column.set(made, column.get(given));
            }
        }
        tracking.add(made);
        return made;
    }

    private static void checkVersion(EntityMapping<?> mapping, Object given, Object found, EntityKey key) {
        ColumnAttribute version = mapping.version().orElse(null);
        if (version != null && !Objects.equals(version.get(given), version.get(found))) {
            throw new StaleDataException(key + " could not be merged: it was read at version " + version.get(given)
                    + ", and its row is at version " + version.get(found)
                    + " by now. Read it again, and do the work again");
        }
    }

    /** What cannot be written says nothing. */
    private static void copyColumns(EntityMapping<?> mapping, Object given, Object own, boolean isNew) {
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column
                    && !column.isId()
                    && !column.isVersion()
                    && (isNew ? column.isInsertable() : column.isUpdatable())) {
                Object value = column.get(given);
                boolean unknown = value instanceof LazyReference<?> reference && !reference.isLoaded();
                if (!unknown && value != column.get(own)) {
                    column.set(own, column.isLazy() ? value : column.copy(value));
                }
            }
        }
    }

    private void follow(Link link, Object given, Object own) {
        Object held = link.attribute().get(given);
        Object[] members = link.members(held);
        if (members == null || (link.isToMany() && held == null)) {
            return; // not in memory: nothing is said about it
        }
        boolean cascades = link.cascades(Cascade.MERGE);
        Object into = link.attribute().get(own);
        if (link.isWriteOnly() && into != null) {
            targets(link, members, cascades).forEach(each -> link.add(into, each));
            return;
        }
        if (link.isToMany()) {
            if (cascades || link.pairs() != null) {
                List<Object> targets = targets(link, members, cascades);
                boolean partial = held instanceof DeferredCollection deferred && deferred.isPartial();
                replace(link, held, own, targets, partial);
            }
        } else if (cascades || link.hasForeignKey()) {
            setOne(link, own, members.length == 0 ? null : target(link, members[0], cascades));
        }
    }

    private List<Object> targets(Link link, Object[] members, boolean cascades) {
        List<Object> targets = new ArrayList<>();
        for (Object each : members) {
            targets.add(target(link, each, cascades));
        }
        return targets;
    }

    private Object target(Link link, Object given, boolean cascades) {
        if (cascades) {
            return merge(given);
        }
        Tracked held = tracking.map().of(given);
        if (held != null && held.stays()) {
            return given;
        }
        Optional<EntityKey> key = link.attribute().target().keyOf(given);
        return key.flatMap(related::get)
                .orElseThrow(() -> new InvalidRequestException(link + " leads to a "
                        + link.attribute().target().name()
                        + key.map(each -> " (" + each + ")").orElse(" without a key")
                        + " that is not in the database: merge it first, or declare cascade = MERGE on " + link));
    }

    private static void setOne(Link link, Object own, @Nullable Object target) {
        Object held = link.attribute().get(own);
        Object[] members = link.members(held);
        boolean same = members != null && (members.length == 0 ? target == null : members[0] == target);
        if (!same && !link.attribute().owner().isRecord()) {
            link.attribute().set(own, link.holding(target));
        }
    }

    /** Gives a collection these objects; a map under the keys that the other one has them. */
    private static void replace(Link link, @Nullable Object given, Object own, List<Object> targets, boolean partial) {
        Object held = link.attribute().get(own);
        if (held instanceof DeferredCollection deferred) {
            if (deferred.isPartial()) {
                deferred.unload();
            }
            deferred.load();
        }
        if (held == null) {
            throw new InvalidRequestException(
                    link + " is null in a new object: initialize it with an empty collection");
        }
        Object[] before = Objects.requireNonNull(link.content(held));
        List<Object> placed = new ArrayList<>(targets);
        if (given instanceof Map<?, ?> map) {
            Iterator<Object> target = targets.iterator();
            placed.clear();
            map.keySet().forEach(key -> placed.add(new Placed(key, target.next())));
        }
        if (partial) {
            Set<Object> known = LinkChange.identitySet(targets.toArray());
            Arrays.stream(before)
                    .filter(each -> !known.contains(each instanceof Placed with ? with.object() : each))
                    .forEach(placed::add);
        }
        Object[] content = placed.toArray();
        boolean same = before.length == content.length;
        for (int i = 0; same && i < before.length; i++) {
            same = link.same(before[i], content[i]);
        }
        if (!same) {
            link.refill(held, content);
        }
    }
}
