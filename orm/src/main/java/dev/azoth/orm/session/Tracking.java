package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.model.Cascade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which objects the session holds, and what becomes of them: adding, deleting and letting go, with what cascades. */
final class Tracking {
    private final IdentityMap map = new IdentityMap();
    private final DetachedObjects detached = new DetachedObjects();
    private final ReadOnlyObjects readOnly = new ReadOnlyObjects();
    private final Deque<UndoFrame> frames = new ArrayDeque<>(List.of(new UndoFrame()));
    private final Related related;
    private final ValueSources values;
    private final SessionEvents events;
    private Function<Object, Optional<String>> elsewhere = object -> Optional.empty();
    private boolean closed;

    Tracking(Related related, ValueSources values, SessionEvents events) {
        this.related = related;
        this.values = values;
        this.events = events;
    }

    IdentityMap map() {
        return map;
    }

    /** The objects that are only read. */
    ReadOnlyObjects readOnly() {
        return readOnly;
    }

    /** What the innermost savepoint, or the transaction, would undo. */
    UndoFrame frame() {
        return frames.getFirst();
    }

    /** An object was read from the database. */
    void read(Tracked tracked, Snapshot held) {
        tracked.read(held);
        for (Member each : tracked.outline().members()) {
            read(tracked, each);
        }
    }

    /** A relationship, or a collection of values, was read from the database. */
    void read(Tracked tracked, Member link) {
        frames.forEach(each -> each.read(tracked, link));
    }

    Deque<UndoFrame> frames() {
        return frames;
    }

    EntityState state(Object entity) {
        Tracked tracked = map.of(entity);
        if (tracked != null && closed) {
            return tracked.is(EntityState.PENDING) ? EntityState.TRANSIENT : EntityState.DETACHED;
        }
        if (tracked != null) {
            return tracked.state();
        }
        if (readOnly.contains(entity)) {
            return closed ? EntityState.DETACHED : EntityState.PERSISTENT;
        }
        return detached.contains(entity) ? EntityState.DETACHED : EntityState.TRANSIENT;
    }

    // adding

    /** Adds an object, and those that it leads to by relationships that cascade. */
    Tracked add(Object entity) {
        Tracked tracked = map.of(entity);
        if (tracked == null) {
            tracked = hold(entity);
        } else if (tracked.isDeleting()) {
            tracked.become(EntityState.PERSISTENT, tracked.snapshot());
            events.stateChanged(entity, EntityState.DELETED, EntityState.PERSISTENT);
        } else if (tracked.is(EntityState.DELETED)) {
            throw new InvalidRequestException(tracked + " was deleted in this transaction: commit or roll back first,"
                    + " or add another object");
        }
        tracked.addedByItself();
        cascadeAdd(tracked);
        return tracked;
    }

    private Tracked hold(Object entity) {
        EntityMapping<?> mapping = EntityMapping.of(entity.getClass());
        Tracked tracked = new Tracked(Outline.of(mapping), entity);
        if (mapping.isReadOnly()) {
            throw mapping.readOnly("a new " + mapping.name());
        }
        checkTransient(tracked);
        frame().adding(tracked);
        if (!tracked.outline().madeKeys().isEmpty() && !mapping.isRecord()) {
            values.begin().key(tracked);
        }
        map.add(tracked);
        events.stateChanged(entity, EntityState.TRANSIENT, EntityState.PENDING);
        return tracked;
    }

    /** Has it refuse what another session holds, whose shard a function gives. */
    void elsewhere(Function<Object, Optional<String>> shard) {
        elsewhere = shard;
    }

    /** Refuses an object that an object of this session leads to, but another session holds. */
    void checkHere(Object entity) {
        elsewhere.apply(entity).ifPresent(shard -> {
            throw new InvalidRequestException(
                    "a " + EntityMapping.of(entity.getClass()).name() + " of the shard " + shard
                            + " is what an object of another shard leads to, which a foreign key cannot: add that object to the shard "
                            + shard + ", or keep the key without a relationship");
        });
    }

    private void checkTransient(Tracked tracked) {
        Object entity = tracked.entity();
        checkHere(entity);
        readOnly.refuse(entity, "added");
        if (detached.contains(entity) || wasLoaded(tracked)) {
            throw new InvalidRequestException(
                    "this " + tracked.mapping().name() + " stands for a row already, "
                            + tracked.mapping()
                                    .keyOf(entity)
                                    .map(Object::toString)
                                    .orElse("without a key")
                            + ", and is detached or held by another session: add is for new objects; merge copies it into this session");
        }
        if (tracked.mapping().isRecord()) {
            WholeRecords.check(tracked.mapping(), entity);
        }
    }

    /** A reference that a session made shows that the object came from one. */
    private static boolean wasLoaded(Tracked tracked) {
        for (AttributeMapping each : tracked.outline().filled()) {
            if (each.get(tracked.entity()) instanceof LazyReference<?> reference
                    && reference.owner() == tracked.entity()) {
                return true;
            }
        }
        return false;
    }

    /** Adds what an object leads to by relationships that cascade; gives what was added. */
    private List<Tracked> cascadeAdd(Tracked start) {
        List<Tracked> added = new ArrayList<>(List.of(start));
        for (int i = 0; i < added.size(); i++) {
            Tracked owner = added.get(i);
            for (Link link : owner.outline().links()) {
                Object[] members = link.cascades(Cascade.ADD)
                        ? link.members(link.attribute().get(owner.entity()))
                        : null;
                if (members != null) {
                    for (Object each : members) {
                        if (map.of(each) == null && !readOnly.contains(each)) {
                            added.add(holdThrough(owner, link, each));
                        }
                    }
                }
            }
        }
        return added;
    }

    /** Adds an object that another leads to, and so on; gives what was added. */
    List<Tracked> addThrough(Tracked owner, Link link, Object target) {
        return cascadeAdd(holdThrough(owner, link, target));
    }

    private Tracked holdThrough(Tracked owner, Link link, Object target) {
        Tracked added = hold(target);
        if (link.removesOrphans()) {
            added.addedThrough(owner, link);
        }
        return added;
    }

    // deleting

    /** Marks an object for deletion, and those that it leads to by relationships that cascade; an object that is only pending is let go. */
    void delete(Object entity) {
        Tracked tracked = map.of(entity);
        if (tracked == null) {
            readOnly.refuse(entity, "deleted");
            String name = EntityMapping.of(entity.getClass()).name();
            throw new InvalidRequestException("this session does not hold the " + name
                    + " to be deleted: get it from the session, or delete what merge gives");
        }
        delete(tracked);
    }

    void delete(Tracked start) {
        Deque<Tracked> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Tracked next = open.remove();
            if (!next.stays()) {
                continue;
            }
            if (next.mapping().isReadOnly()) {
                throw next.mapping().readOnly("the deletion of " + next);
            }
            for (Link link : next.outline().links()) {
                if (link.cascades(Cascade.DELETE)) {
                    for (Object each : link.attribute().isPassiveDelete()
                                    && next.mapping().softDeletion().isEmpty()
                            ? known(next, link)
                            : related.loaded(next, link)) {
                        Tracked target = map.of(each);
                        if (target != null) {
                            open.add(target);
                        }
                    }
                }
            }
            if (next.is(EntityState.PENDING)) {
                forget(next);
                events.stateChanged(next.entity(), EntityState.PENDING, EntityState.TRANSIENT);
            } else {
                EntityState before = next.state();
                next.delete();
                events.stateChanged(next.entity(), before, EntityState.DELETED);
            }
        }
    }

    /** What is, or was, at the other end, as far as it is in memory: the database deletes the rest. */
    private static List<Object> known(Tracked owner, Link link) {
        Set<Object> all = LinkChange.identitySet();
        Object[] now = link.known(link.attribute().get(owner.entity()));
        Object[] before = owner.snapshot() == null ? null : owner.snapshot().members(link);
        all.addAll(now == null ? List.of() : List.of(now));
        all.addAll(before == null ? List.of() : List.of(before));
        return List.copyOf(all);
    }

    // letting go

    /** Forgets that an object ever stood for a row. */
    void makeTransient(Object entity) {
        EntityState before = state(entity);
        Tracked tracked = map.of(entity);
        if (tracked != null) {
            forget(tracked);
        }
        readOnly.remove(entity);
        detached.remove(entity);
        events.stateChanged(entity, before, EntityState.TRANSIENT);
    }

    /** Lets an object go as it is. */
    void detach(Tracked tracked) {
        forget(tracked);
        detached.add(tracked.entity());
        events.stateChanged(tracked.entity(), tracked.state(), EntityState.DETACHED);
    }

    void forget(Tracked tracked) {
        map.remove(tracked);
        frames.forEach(each -> each.forget(tracked));
    }

    /** Takes what an object holds for old; what was not flushed of it is lost. */
    void expire(Tracked tracked) {
        Snapshot snapshot = tracked.snapshot();
        if (snapshot != null) {
            snapshot.restore(tracked.entity());
            tracked.express(ColumnExpressions.NONE);
            map.expire(tracked);
        }
    }

    /** Lets an object go that is only read; whether it was here. */
    boolean expungeReadOnly(Object entity) {
        boolean here = readOnly.remove(entity);
        if (here) {
            detached.add(entity);
        }
        return here;
    }

    /** Lets an object go, and those that it leads to by relationships that cascade; they become detached, or transient if they were new. */
    void expunge(Tracked start) {
        Deque<Tracked> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Tracked next = open.remove();
            if (map.of(next.entity()) != next) {
                continue;
            }
            forget(next);
            boolean isNew = next.is(EntityState.PENDING);
            if (!isNew) {
                detached.add(next.entity());
            }
            events.stateChanged(next.entity(), next.state(), isNew ? EntityState.TRANSIENT : EntityState.DETACHED);
            for (Link link : next.outline().links()) {
                if (link.cascades(Cascade.EXPUNGE)) {
                    open.addAll(held(next, link));
                }
            }
        }
    }

    List<Tracked> held(Tracked owner, Link link) {
        List<Tracked> held = new ArrayList<>();
        Object[] members = link.members(link.attribute().get(owner.entity()));
        if (members != null) {
            for (Object each : members) {
                Tracked target = map.of(each);
                if (target != null) {
                    held.add(target);
                }
            }
        }
        return held;
    }

    /** Lets all objects go, for good. */
    void close() {
        List<Tracked> all = events.isEmpty() ? List.of() : map.all();
        closed = true;
        map.close();
        all.forEach(each -> events.stateChanged(each.entity(), each.state(), state(each.entity())));
    }

    // transactions

    /** Ends the transaction with all kept. */
    void keep() {
        while (frames.size() > 1) {
            keepInner();
        }
        for (Tracked each : frame().keep(map)) {
            detached.add(each.entity());
            events.stateChanged(each.entity(), EntityState.DELETED, EntityState.DETACHED);
        }
    }

    /** Ends the innermost savepoint with all kept. */
    void keepInner() {
        UndoFrame inner = frames.removeFirst();
        frame().absorb(inner);
    }

    /** Ends the transaction with all objects as they were. */
    void undo() {
        while (frames.size() > 1) {
            undoInner();
        }
        undo(frame());
    }

    private void undo(UndoFrame frame) {
        List<Tracked> all = events.isEmpty() ? List.of() : map.all();
        List<EntityState> before = all.stream().map(Tracked::state).toList();
        frame.undo(map);
        for (int i = 0; i < all.size(); i++) {
            events.stateChanged(all.get(i).entity(), before.get(i), all.get(i).state());
        }
    }

    /** Ends the innermost savepoint with all objects as they were. */
    void undoInner() {
        undo(frames.removeFirst());
    }
}
