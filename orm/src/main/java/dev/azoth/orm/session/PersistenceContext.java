package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What loading needs of a session: its connection, its identity map, and a place to hand over what was loaded.
 *
 * <p>One object stands for one row: a loader asks {@link #find} before it makes an object, and {@link #adopt}s each one that it made.
 */
public interface PersistenceContext {
    /**
     * The connection of the session for a query, in its transaction.
     *
     * @throws dev.azoth.InvalidRequestException if the session is closed
     */
    Connection connection(Statement<?> query, ReadFrom from);

    /** Writes pending changes, when the session does so before a query. */
    void autoflush();

    /** Whether the session is open. */
    boolean isOpen();

    /** Does something that only one thread may do at a time. */
    default <R> R guarded(Supplier<R> work) {
        return work.get();
    }

    /** Whether implicit loads (lazy ones) are errors in this session. */
    boolean isStrict();

    /** What happens when one line of the program loads the same again and again. */
    RepeatedLoads repeatedLoads();

    /** The conditions on entities that hold for all that is loaded, unless a query says otherwise. */
    default Criteria criteria() {
        return Criteria.NONE;
    }

    /** Whether the object is this session's, persistent or about to be deleted: then what it lacks may be loaded. */
    boolean holds(Object entity);

    /** The key of an object's row, which may have another than the object as long as that is not written; empty for an object without a key. */
    default Optional<EntityKey> keyOf(EntityMapping<?> mapping, Object entity) {
        return mapping.keyOf(entity);
    }

    /** The object of a key, if the session holds it; also one about to be deleted, as long as its row is there. */
    Optional<Object> find(EntityKey key);

    /**
     * Takes an object just made from a row into the identity map; it is persistent from now on. Its fields may still be filled, until
     * {@link #complete}.
     */
    Adoption adopt(EntityMapping<?> mapping, EntityKey key, Object entity);

    /** An object that was taken in while it was still being filled; the context knows what it is. */
    interface Adoption {}

    /**
     * Takes the state of an object as that of the database: changes are measured from here.
     *
     * @param columns what its members that are columns hold, by attribute, if the loader knows: the array is the context's from now on
     */
    void complete(Adoption adoption, @Nullable Object @Nullable [] columns);

    /** Takes back an adoption: reading failed before the object was complete, and nobody has seen it. */
    void abandon(Adoption adoption);

    /** Tells those who listen that an object is loaded; after all that were loaded with it are complete. */
    default void tell(Adoption adoption) {}

    /** Whether anybody listens who is told of what was loaded. */
    default boolean tellsOfLoads() {
        return false;
    }

    /** Tells those who listen that an object was read again. */
    default void tellRefreshed(Object entity) {}

    /** An object of a row that is about to be read, if somebody has one; it is not the session's. */
    default Optional<Object> finding(EntityMapping<?> mapping, EntityKey key) {
        return Optional.empty();
    }

    /** The object of a key, if it was only read and the program still has it. */
    default Optional<Object> findReadOnly(EntityKey key) {
        return Optional.empty();
    }

    /** The object of a key, if what it holds was taken for old: it is to be read anew. */
    default Optional<Object> findExpired(EntityKey key) {
        return Optional.empty();
    }

    /** The object of a key, be it one that {@link #find}, {@link #findReadOnly} or {@link #findExpired} gives. */
    default Optional<Object> findKnown(EntityKey key) {
        return find(key).or(() -> findReadOnly(key)).or(() -> findExpired(key));
    }

    /** Takes an object just made from a row, which is only read: it is the one for its row as long as somebody else has it. */
    default Adoption adoptReadOnly(EntityKey key, Object entity) {
        throw new UnsupportedOperationException("a session that has no objects that are only read");
    }

    /**
     * Lets go of objects that a part of a stream brought, now that the next is asked for: those that changed, and those that others lead to which stay, stay too.
     */
    default void letGo(List<Adoption> brought) {}

    /** A part of a stream was read: what its objects load when the program asks them is let go with them. */
    default void opened(List<Adoption> part) {}

    /** What was left for later was loaded. */
    default void broughtLater(List<Adoption> brought) {}

    /** Takes the state of an object that it holds, whose fields were filled anew, as that of the database: changes are measured from here. */
    void loaded(Object entity);

    /** The object has changes that were not flushed, which a row read again must not overwrite. */
    boolean isModified(Object entity);

    /** The same relationship of an object was loaded later than the object itself: its value is now the database's. */
    void loaded(Object entity, String attribute);

    /**
     * An attribute that was not loaded is about to be, because the program asked for it.
     *
     * @throws dev.azoth.InvalidRequestException if another thread is using the session, or if so many loads of the same attribute at one
     *     place are an error in it
     */
    void implicitLoad(AttributeMapping attribute);

    /** Whether a flush writes what waits in an object's collections that are not loaded. If it does not, changing one loads it first. */
    default boolean takesChanges(Object owner) {
        return false;
    }

    /** Whether an object may be in a collection that is not loaded: by its foreign key that is known, of pairs nobody knows. */
    default boolean mayContain(Object owner, ToManyMapping collection, Object element) {
        return false;
    }
}
