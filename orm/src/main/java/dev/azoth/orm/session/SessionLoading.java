package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as loading sees it.
 *
 * <p>Objects that were loaded keep this, to load what they lack. Once the session is closed it leads to nothing more: an object that outlives its
 * session does not keep all others alive.
 */
final class SessionLoading implements PersistenceContext {
    private @Nullable SessionContext session;

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
    public Connection connection() {
        return session().connection();
    }

    @Override
    public void autoflush() {
        session().autoflush();
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
        Tracked tracked = session == null ? null : tracking().map().of(entity);
        return tracked != null && (tracked.is(EntityState.PERSISTENT) || tracked.isDeleting());
    }

    @Override
    public Optional<Object> find(EntityKey key) {
        Tracked tracked = tracking().map().at(key);
        return tracked == null ? Optional.empty() : Optional.of(tracked.entity());
    }

    @Override
    public Adoption adopt(EntityMapping<?> mapping, EntityKey key, Object entity) {
        Tracked tracked = new Tracked(Outline.of(mapping), entity);
        tracked.adopted(key);
        tracking().map().addNew(tracked);
        return new Adopted(tracking(), tracked);
    }

    private record Adopted(Tracking tracking, Tracked tracked) implements Adoption {
        @Override
        public void complete(@Nullable Object @Nullable [] columns) {
            Outline outline = tracked.outline();
            tracking.read(
                    tracked,
                    columns == null
                            ? Snapshot.of(outline, tracked.entity())
                            : Snapshot.of(outline, tracked.entity(), columns));
        }

        @Override
        public void abandon() {
            tracking.map().remove(tracked);
        }
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
            Member link = tracked.outline()
                    .member(tracked.mapping().attribute(attribute).index());
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
