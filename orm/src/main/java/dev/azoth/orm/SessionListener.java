package dev.azoth.orm;

import dev.azoth.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Is told what sessions do, and may have a word in it. Called in the session's thread, and may use the session.
 *
 * <p>Register it with {@link SessionOptions#listener} or {@link SessionFactory#listen} for all sessions of a factory, which needs one that is safe for many threads; or with
 * {@link Session#listen} for one. Listeners are called in the order of their registration, those of the factory first, and after the callbacks of the entity's own class. An exception thrown from one reaches the caller;
 * of a flush that has written already, it is a failure, after which the session must be rolled back.
 *
 * <p>What is done before something is written is written with it: a listener may set members there, add objects and delete others. What is done after goes with the next flush, and
 * {@link Session#commit} flushes again for it.
 */
public interface SessionListener {
    /**
     * The program runs a statement: a query, or one that changes rows; of one with many rows, it is the statement without them. Not called for what the session itself loads and writes.
     *
     * @return the statement that runs: this one, or another with the same kind of rows
     */
    default <T> Statement<T> executing(Session session, Statement<T> statement) {
        return statement;
    }

    /** The session takes a connection; its first statement begins a transaction. */
    default void begun(Session session) {}

    /** A flush is about to find out what there is to write. */
    default void flushing(Session session) {}

    /**
     * A flush wrote something.
     *
     * @param changes what it did, in its order
     */
    default void flushed(Session session, List<PendingChange> changes) {}

    /** The session is about to flush and commit. */
    default void committing(Session session) {}

    /** What was done since the transaction began is kept. */
    default void committed(Session session) {}

    /** What was done since the transaction began is undone, in the database and in the objects. */
    default void rolledBack(Session session) {}

    /** A row is about to be inserted. */
    default void inserting(EntityEvent event) {}

    /** A row was inserted; the object has its key. */
    default void inserted(EntityEvent event) {}

    /** A row is about to be updated. */
    default void updating(EntityEvent event) {}

    /** A row was updated. */
    default void updated(EntityEvent event) {}

    /** A row is about to be deleted. */
    default void deleting(EntityEvent event) {}

    /** A row was deleted. */
    default void deleted(EntityEvent event) {}

    /**
     * A session is about to read the row of a key, for {@link Session#get(Class, Object...)}, another look-up by keys without options, or a relationship to one. Who has an object of that row, from a cache for
     * example, may give it: the session makes its own of it, as {@link Session#mergeLoaded} does, and reads nothing. The first that is given counts. Not called where a criterion
     * holds for the entity beside its tenant and its mark of deletion, nor for objects that are only read.
     *
     * @param key the values of the key's columns, in order
     * @return an object of the entity with that key, which no other thread changes meanwhile; empty to have the row read
     */
    default <E> Optional<E> finding(Session session, Class<E> entity, List<Object> key) {
        return Optional.empty();
    }

    /** An object was made from its row, and what is loaded with it is there. */
    default void loaded(Session session, Object entity) {}

    /** An object was given the values of its row again. */
    default void refreshed(Session session, Object entity) {}

    /** An object became something else to the session; what is loaded from its row is told by {@link #loaded}. */
    default void stateChanged(Session session, Object entity, EntityState before, EntityState now) {}
}
