package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.ReadOptions;
import dev.azoth.orm.WriteOnlyCollection;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.CollectionMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.model.Cascade;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a program does with the objects of a session, one by one. */
public final class SessionObjects {
    private final SessionContext session;
    private final Tracking tracking;
    private final Related related;
    private final EntityQueries queries;

    SessionObjects(SessionContext session, Related related, EntityQueries queries) {
        this.session = session;
        this.tracking = session.tracking();
        this.related = related;
        this.queries = queries;
    }

    /** Adds objects. */
    public void add(Iterable<?> entities) {
        session.checkUsable();
        entities.forEach(tracking::add);
    }

    /** Marks an object for deletion. */
    public void delete(Object entity) {
        session.checkUsable();
        session.quietly(() -> {
            tracking.delete(entity);
            return true;
        });
    }

    /** Lets an object go. */
    public void expunge(Object entity) {
        session.checkUsable();
        Tracked tracked = tracking.map().of(entity);
        if (tracked == null && tracking.expungeReadOnly(entity)) {
            return;
        }
        if (tracked == null) {
            throw notHeld(entity, "expunged");
        }
        tracking.expunge(tracked);
    }

    private static InvalidRequestException notHeld(Object entity, String what) {
        return new InvalidRequestException(
                "this " + EntityMapping.of(entity.getClass()).name() + " is not in the session and cannot be " + what);
    }

    /** What the program changed in an object. */
    public List<AttributeChange> changes(Object entity) {
        return History.of(tracking.map(), held(entity, "asked for changes"));
    }

    /** Whether the program changed an object. */
    public boolean isModified(Object entity) {
        Tracked tracked = held(entity, "asked for changes");
        Snapshot snapshot = tracked.snapshot();
        if (!tracked.expressions().isEmpty() || snapshot == null) {
            return snapshot != null || tracked.is(EntityState.PENDING);
        }
        return snapshot.differs(entity) && !History.of(tracking.map(), tracked).isEmpty();
    }

    private Tracked held(Object entity, String what) {
        session.checkOpen();
        Tracked tracked = tracking.map().of(entity);
        if (tracked == null) {
            tracking.readOnly().refuse(entity, what);
            throw notHeld(entity, what);
        }
        return tracked;
    }

    /** Has an attribute of an object computed by the database, with the next flush. */
    public void set(Object entity, ColumnReference<?> column, Expression<?> value) {
        session.checkUsable();
        Tracked tracked = tracking.map().of(entity);
        if (tracked == null || !tracked.is(EntityState.PERSISTENT)) {
            throw new InvalidRequestException(
                    "this " + EntityMapping.of(entity.getClass()).name() + " is "
                            + tracking.state(entity).name().toLowerCase(Locale.ROOT)
                            + ": only the row of a persistent object can be computed from; give it a value");
        } else if (tracked.mapping().isRecord()) {
            throw new InvalidRequestException(tracked + " is a record, which never changes");
        } else if (tracked.mapping().isReadOnly()) {
            throw tracked.mapping().readOnly("the change of " + tracked);
        }
        tracked.express(tracked.expressions().with(tracked, column, value));
    }

    /** Takes what an object holds for old. */
    public void expire(Object entity) {
        Tracked tracked = held(entity, "expired");
        if (!tracked.is(EntityState.PERSISTENT)) {
            throw notHeld(entity, "expired: it is " + tracked.state());
        }
        tracking.expire(tracked);
    }

    /** Takes what all objects hold for old. */
    public void expireAll() {
        session.checkOpen();
        tracking.map().all().stream()
                .filter(each -> each.is(EntityState.PERSISTENT))
                .forEach(tracking::expire);
    }

    /** Copies an object's state onto the session's object of the same key. */
    public <E> E merge(E entity) {
        session.checkUsable();
        return session.quietly(() -> new Merge(tracking, related).merge(entity));
    }

    /** The session's object for one from elsewhere, whose state is taken for that of its row. */
    @SuppressWarnings("unchecked") // it is of the same class
    public <E> E mergeLoaded(E entity) {
        session.checkUsable();
        if (tracking.map().of(entity) != null) {
            return entity;
        }
        tracking.readOnly().refuse(entity, "merged");
        return (E) session.quietly(() -> queries.adopt(entity));
    }

    /** Makes an object new again. */
    public void makeTransient(Object entity) {
        session.checkOpen();
        tracking.makeTransient(entity);
        EntityMapping<?> mapping = EntityMapping.of(entity.getClass());
        for (AttributeMapping each : mapping.isRecord() ? List.<AttributeMapping>of() : mapping.attributes()) {
            Object held = each.get(entity);
            if (held instanceof LazyReference<?> reference) {
                each.set(entity, reference.isLoaded() ? Lazy.ofNullable(reference.get()) : Lazy.empty());
            } else if (held instanceof WriteOnlyElements<?> elements) {
                WriteOnlyCollection<Object> own = WriteOnlyCollection.create();
                own.addAll(elements.added());
                each.set(entity, own);
            } else if (held instanceof DeferredCollection deferred) {
                each.set(entity, plain((CollectionMapping) each, deferred));
            }
        }
    }

    /** A collection that loads nothing, with the same elements; of one that is not loaded those that were added. */
    private static Object plain(CollectionMapping attribute, DeferredCollection held) {
        if (held instanceof Map<?, ?> map) {
            return held.isLoaded() ? new LinkedHashMap<>(map) : new LinkedHashMap<>();
        }
        List<Object> elements = new ArrayList<>(held.isLoaded() ? (Collection<?>) held : held.added());
        if (attribute.collection() != CollectionKind.SET) {
            return elements;
        }
        return attribute.isOfValues() ? new LinkedHashSet<>(elements) : LinkChange.identitySet(elements.toArray());
    }

    /** Reads an object's row again. */
    public void refresh(Object start, ReadOptions how) {
        session.checkUsable();
        List<Object> open = new ArrayList<>(List.of(start));
        Set<Object> seen = LinkChange.identitySet();
        for (int i = 0; i < open.size(); i++) {
            Object entity = open.get(i);
            Tracked tracked = tracking.map().of(entity);
            if (tracked == null) {
                tracking.readOnly().refuse(entity, "refreshed");
            }
            if (tracked == null || !tracked.is(EntityState.PERSISTENT)) {
                throw notHeld(entity, "refreshed: it is " + tracking.state(entity));
            }
            Snapshot before = tracked.snapshot();
            if (before != null) {
                tracked.outline().keyLinks().restore(entity, before);
            }
            if (seen.add(entity)) {
                session.quietly(() -> {
                    queries.refresh(entity, entity == start ? how : ReadOptions.NONE);
                    return true;
                });
                for (Link link : tracked.outline().links()) {
                    if (link.cascades(Cascade.REFRESH) && !link.isWriteOnly()) {
                        open.addAll(session.quietly(() -> related.loaded(tracked, link)));
                    }
                }
            }
        }
    }
}
