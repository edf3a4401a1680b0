package dev.azoth.orm.session;

import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.model.Lifecycle;
import dev.azoth.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Those who listen to a session. Without any, asking {@link #isEmpty} is all that it costs. */
public interface SessionEvents {
    /** Whether nobody listens. */
    boolean isEmpty();

    /** A statement is about to run; gives the one that runs. */
    <T> Statement<T> executing(Statement<T> statement);

    /** A connection was taken. */
    void begun();

    /** A flush is about to find out what there is to write. */
    void flushing();

    /** A flush wrote something. */
    void flushed(List<PendingChange> changes);

    /** The session is about to flush and commit. */
    void committing();

    /** The transaction is kept. */
    void committed();

    /** The transaction is undone. */
    void rolledBack();

    /** An object's row is about to be written, or was. */
    void written(Lifecycle moment, Object entity, String name, List<AttributeChange> changes);

    /**
     * All that is to be written was told.
     *
     * @throws dev.azoth.orm.RefusedValuesException if some of it was refused
     */
    void checkRefusals();

    /** An object of a row that is about to be read, if somebody has one. */
    Optional<Object> finding(Class<?> entity, List<Object> key);

    /** An object was made from its row. */
    void loaded(Object entity);

    /** An object was read again. */
    void refreshed(Object entity);

    /** An object became something else. */
    void stateChanged(Object entity, EntityState before, EntityState now);
}
