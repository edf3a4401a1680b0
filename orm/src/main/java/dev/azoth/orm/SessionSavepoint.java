package dev.azoth.orm;

import dev.azoth.orm.session.NestedWork;
import dev.azoth.orm.session.ThreadGuard;

/**
 * A part of a session's transaction that can be undone alone, in the database and in the objects. What was not {@linkplain #commit kept} when it is closed
 * is undone.
 *
 * <pre>{@code
 * try (SessionSavepoint savepoint = session.beginNested()) {
 *     session.add(new User("sandy"));
 *     savepoint.commit();
 * } catch (IntegrityException e) {
 *     // sandy was there already; the session goes on
 * }
 * }</pre>
 */
public final class SessionSavepoint implements AutoCloseable {
    private final ThreadGuard guard;
    private final NestedWork nested;

    SessionSavepoint(ThreadGuard guard, NestedWork nested) {
        this.guard = guard;
        this.nested = nested;
    }

    /**
     * Flushes, and keeps what was done in it as long as the whole transaction is kept.
     *
     * @throws dev.azoth.InvalidRequestException if it has ended already
     */
    public void commit() {
        guard.run(nested::commit);
    }

    /**
     * Undoes what was done in it: objects are as they were when it began.
     *
     * @throws dev.azoth.InvalidRequestException if it has ended already
     */
    public void rollback() {
        guard.run(nested::rollback);
    }

    /** Whether it has not ended. */
    public boolean isActive() {
        return nested.isActive();
    }

    /** Undoes it if it has not ended. */
    @Override
    public void close() {
        guard.run(() -> {
            if (nested.isActive()) {
                nested.rollback();
            }
        });
    }
}
