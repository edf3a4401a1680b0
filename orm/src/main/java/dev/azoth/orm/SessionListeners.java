package dev.azoth.orm;

import dev.azoth.engine.Registration;
import dev.azoth.orm.mapping.model.Lifecycle;
import dev.azoth.orm.session.SessionEvents;
import dev.azoth.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells listeners what a session does: those of its factory, then its own. */
final class SessionListeners implements SessionEvents {
    private final Session session;
    private final List<SessionListener> shared;
    private final List<SessionListener> own = new CopyOnWriteArrayList<>();
    private final List<RefusedValuesException.Refusal> refusals = new ArrayList<>();

    /**
     * Listeners.
     *
     * @param shared those of the factory; more may come
     */
    SessionListeners(Session session, List<SessionListener> shared) {
        this.session = session;
        this.shared = shared;
    }

    Registration add(SessionListener listener) {
        return add(own, listener);
    }

    /** Adds one behind all others; what is given back takes it out again, one of two of the same. */
    static Registration add(List<SessionListener> listeners, SessionListener listener) {
        listeners.add(listener);
        AtomicBoolean there = new AtomicBoolean(true);
        return () -> {
            if (there.getAndSet(false)) {
                listeners.remove(listener);
            }
        };
    }

    @Override
    public boolean isEmpty() {
        return shared.isEmpty() && own.isEmpty();
    }

    private void tell(Consumer<SessionListener> what) {
        shared.forEach(what);
        own.forEach(what);
    }

    @Override
    public <T> Statement<T> executing(Statement<T> statement) {
        Statement<T> now = statement;
        for (SessionListener each : shared) {
            now = each.executing(session, now);
        }
        for (SessionListener each : own) {
            now = each.executing(session, now);
        }
        return now;
    }

    @Override
    public void begun() {
        tell(each -> each.begun(session));
    }

    @Override
    public void flushing() {
        refusals.clear();
        tell(each -> each.flushing(session));
    }

    @Override
    public void flushed(List<PendingChange> changes) {
        tell(each -> each.flushed(session, changes));
    }

    @Override
    public void committing() {
        tell(each -> each.committing(session));
    }

    @Override
    public void committed() {
        tell(each -> each.committed(session));
    }

    @Override
    public void rolledBack() {
        tell(each -> each.rolledBack(session));
    }

    @Override
    public void written(Lifecycle moment, Object entity, String name, List<AttributeChange> changes) {
        if (!isEmpty()) {
            EntityEvent event = new EntityEvent(session, entity, name, changes, refusals);
            BiConsumer<SessionListener, EntityEvent> call = call(moment);
            tell(each -> call.accept(each, event));
        }
    }

    private static BiConsumer<SessionListener, EntityEvent> call(Lifecycle moment) {
        return switch (moment) {
            case PRE_PERSIST -> SessionListener::inserting;
            case POST_PERSIST -> SessionListener::inserted;
            case PRE_UPDATE -> SessionListener::updating;
            case POST_UPDATE -> SessionListener::updated;
            case PRE_REMOVE -> SessionListener::deleting;
            case POST_REMOVE -> SessionListener::deleted;
            case POST_LOAD -> (listener, event) -> listener.loaded(event.session(), event.entity());
        };
    }

    @Override
    public void checkRefusals() {
        if (!refusals.isEmpty()) {
            List<RefusedValuesException.Refusal> all = List.copyOf(refusals);
            refusals.clear();
            throw new RefusedValuesException(all);
        }
    }

    @Override
    public Optional<Object> finding(Class<?> entity, List<Object> key) {
        return Stream.of(shared, own)
                .flatMap(List::stream)
                .<Object>flatMap(each -> each.finding(session, entity, key).stream())
                .findFirst();
    }

    @Override
    public void loaded(Object entity) {
        tell(each -> each.loaded(session, entity));
    }

    @Override
    public void refreshed(Object entity) {
        tell(each -> each.refreshed(session, entity));
    }

    @Override
    public void stateChanged(Object entity, EntityState before, EntityState now) {
        if (before != now && !isEmpty()) {
            tell(each -> each.stateChanged(session, entity, before, now));
        }
    }
}
