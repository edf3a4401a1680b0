package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.model.Lifecycle;
import dev.azoth.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session as loading sees it.
 *
 * <p>Objects that were loaded keep this, to load what they lack. Once the session is closed it leads to nothing more: an object that outlives its
 * session does not keep all others alive.
 */
final class SessionLoading implements PersistenceContext {
    private @Nullable SessionContext session;
    private @Nullable List<Adoption> part;
    private boolean called;

    SessionLoading(SessionContext session) {
        this.session = session;
    }

    void close() {
        session = null;
    }

    private SessionContext session() {
        SessionContext open = session;
        if (open == null) {
            throw new InvalidRequestException("the session is closed: open another with sessions.open()");
        }
        return open;
    }

    private Tracking tracking() {
        return session().tracking();
    }

    @Override
    public Connection connection(Statement<?> query, ReadFrom from) {
        return session().reading(query, from);
    }

    @Override
    public void autoflush() {
        session().autoflush();
    }

    @Override
    public <R> R guarded(Supplier<R> work) {
        return session == null ? work.get() : session.guard().call(work);
    }

    @Override
    public boolean isOpen() {
        return session != null;
    }

    @Override
    public boolean isStrict() {
        return session().options().strict() && !session().isWorking();
    }

    @Override
    public RepeatedLoads repeatedLoads() {
        return session().isWorking()
                ? RepeatedLoads.ALLOWED
                : session().options().repeatedLoads();
    }

    @Override
    public Criteria criteria() {
        return session().criteria();
    }

    @Override
    public boolean holds(Object entity) {
        if (session == null) {
            return false;
        }
        Tracked tracked = tracking().map().of(entity);
        return tracked == null
                ? tracking().readOnly().contains(entity)
                : tracked.is(EntityState.PERSISTENT) || tracked.isDeleting();
    }

    @Override
    public boolean takesChanges(Object owner) {
        Tracked tracked = session == null ? null : tracking().map().of(owner);
        return tracked != null && (tracked.is(EntityState.PERSISTENT) || tracked.isDeleting());
    }

    @Override
    public boolean mayContain(Object owner, ToManyMapping collection, Object element) {
        Tracked child = tracking().map().of(element);
        Tracked parent = tracking().map().of(owner);
        return child != null
                && parent != null
                && References.mayHaveBeen(parent.outline().link(collection.index()), parent, child);
    }

    @Override
    public Optional<EntityKey> keyOf(EntityMapping<?> mapping, Object entity) {
        Tracked tracked = session == null ? null : tracking().map().of(entity);
        return tracked == null || tracked.key() == null ? mapping.keyOf(entity) : Optional.of(tracked.key());
    }

    @Override
    public Optional<Object> find(EntityKey key) {
        Tracked tracked = tracking().map().at(key);
        return tracked == null || tracked.isExpired() ? Optional.empty() : Optional.of(tracked.entity());
    }

    @Override
    public Optional<Object> finding(EntityMapping<?> mapping, EntityKey key) {
        SessionEvents events = session().events();
        return events.isEmpty()
                ? Optional.empty()
                : session().quietly(() -> events.finding(mapping.javaType(), key.values()));
    }

    @Override
    public Optional<Object> findExpired(EntityKey key) {
        Tracked tracked = tracking().map().expired(key);
        return tracked == null ? Optional.empty() : Optional.of(tracked.entity());
    }

    /** Asked for each row, of which most are new: one search. */
    @Override
    public Optional<Object> findKnown(EntityKey key) {
        Tracking tracking = tracking();
        Tracked tracked = tracking.map().at(key);
        if (tracked != null && !tracked.isExpired()) {
            return Optional.of(tracked.entity());
        }
        Object read = tracking.readOnly().at(key);
        if (read != null) {
            return Optional.of(read);
        }
        return tracked == null ? Optional.empty() : Optional.of(tracked.entity());
    }

    @Override
    public Optional<Object> findReadOnly(EntityKey key) {
        return Optional.ofNullable(tracking().readOnly().at(key));
    }

    @Override
    public Adoption adopt(EntityMapping<?> mapping, EntityKey key, Object entity) {
        boolean wasRead = tracking().readOnly().remove(key, entity);
        Tracked tracked = new Tracked(Outline.of(mapping), entity);
        tracked.adopted(key, wasRead);
        tracking().map().addNew(tracked);
        called |= tracked.outline().isCalledOnLoad();
        return tracked;
    }

    @Override
    public Adoption adoptReadOnly(EntityKey key, Object entity) {
        tracking().readOnly().add(key, entity);
        called |= Outline.of(EntityMapping.of(entity.getClass())).isCalledOnLoad();
        return new OnlyRead(key, entity);
    }

    @Override
    public void opened(List<Adoption> stream) {
        part = stream;
    }

    @Override
    public void broughtLater(List<Adoption> brought) {
        if (part != null) {
            part.addAll(brought);
        }
    }

    @Override
    public void letGo(List<Adoption> brought) {
        part = null;
        List<Tracked> objects = new ArrayList<>(brought.size());
        for (Adoption each : brought) {
            if (each instanceof Tracked tracked) {
                objects.add(tracked);
            }
        }
        session().letGo(objects);
    }

    @Override
    public boolean tellsOfLoads() {
        return called || !session().events().isEmpty();
    }

    @Override
    public void tellRefreshed(Object entity) {
        Outline.of(EntityMapping.of(entity.getClass())).callbacks().call(Lifecycle.POST_LOAD, entity);
        session().events().refreshed(entity);
    }

    private void tellLoaded(Object entity) {
        Outline.of(EntityMapping.of(entity.getClass())).callbacks().call(Lifecycle.POST_LOAD, entity);
        session().events().loaded(entity);
    }

    private record OnlyRead(EntityKey key, Object entity) implements Adoption {}

    @Override
    public void complete(Adoption adoption, @Nullable Object @Nullable [] columns) {
        if (adoption instanceof Tracked tracked) { // nothing is compared with what is only read
            Outline outline = tracked.outline();
            Object entity = tracked.entity();
            tracking()
                    .read(
                            tracked,
                            columns == null ? Snapshot.of(outline, entity) : Snapshot.of(outline, entity, columns));
        }
    }

    @Override
    public void abandon(Adoption adoption) {
        if (adoption instanceof OnlyRead read) {
            tracking().readOnly().remove(read.key, read.entity);
        } else if (adoption instanceof Tracked tracked) {
            tracking().map().remove(tracked);
            EntityKey key = tracked.key();
            if (tracked.wasOnlyRead() && key != null) {
                tracking().readOnly().add(key, tracked.entity());
            }
        }
    }

    @Override
    public void tell(Adoption adoption) {
        Object entity = adoption instanceof Tracked tracked ? tracked.entity() : ((OnlyRead) adoption).entity;
        tellLoaded(entity);
    }

    @Override
    public void loaded(Object entity) {
        Tracked tracked = tracking().map().of(entity);
        if (tracked != null) {
            tracked.express(ColumnExpressions.NONE);
            tracking().read(tracked, Snapshot.of(tracked.outline(), entity));
        }
    }

    @Override
    public void loaded(Object entity, String attribute) {
        Tracked tracked = tracking().map().of(entity);
        Snapshot snapshot = tracked == null ? null : tracked.snapshot();
        if (tracked != null && snapshot != null) {
            AttributeMapping loaded = tracked.mapping().attribute(attribute);
            if (loaded instanceof RelationshipMapping relationship && relationship.isViewOnly()) {
                return; // nothing is measured from it
            }
            Member link = tracked.outline().member(loaded.index());
            tracked.read(snapshot.with(link, entity));
            tracking().read(tracked, link);
        }
    }

    @Override
    public boolean isModified(Object entity) {
        Tracked tracked = tracking().map().of(entity);
        Snapshot snapshot = tracked == null ? null : tracked.snapshot();
        return tracked != null
                && (tracked.is(EntityState.PENDING)
                        || !tracked.expressions().isEmpty()
                        || (snapshot != null && snapshot.differs(entity)));
    }

    @Override
    public void implicitLoad(AttributeMapping attribute) {
        session().implicitLoad();
    }
}
