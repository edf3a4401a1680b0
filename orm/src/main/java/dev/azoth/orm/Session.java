package dev.azoth.orm;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.Result;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.session.SequenceBlocks;
import dev.azoth.orm.session.SessionContext;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A conversation with the database about objects: it holds one object for each row that it met, and writes what changed in them, all at once and in the
 * right order, when it is flushed.
 *
 * <p>A transaction begins with the first statement and ends with {@link #commit} or {@link #rollback}; the next one begins with the next statement. What was
 * not committed when the session is closed is undone in the database. Committing does not forget what was loaded: {@link #refresh} reads again.
 *
 * <p>Objects are told apart by identity; their {@code equals} and {@code hashCode} are never called. The session holds its objects until it is closed, or
 * until they are {@linkplain #expunge let go}.
 *
 * <p>For one thread at a time: use by two at once is found out and refused.
 */
public final class Session implements AutoCloseable {
    private final SessionContext context;

    Session(Engine engine, SessionOptions options, SequenceBlocks sequences) {
        this.context = new SessionContext(engine, options, options.criteria(), sequences);
    }

    // objects

    /**
     * Adds a new object, and those that it leads to by relationships with {@code cascade = PERSIST}: their rows are inserted by the next flush. For an object
     * that is to be deleted it takes the deletion back; for one that is persistent it only follows the relationships.
     *
     * @throws dev.azoth.InvalidRequestException if the object is detached, or held by another session: that is what {@link #merge} is for
     */
    public void add(Object entity) {
        context.guard().run(() -> context.add(List.of(entity)));
    }

    /** Adds objects in this order; see {@link #add}. */
    public void addAll(Iterable<?> entities) {
        context.guard().run(() -> context.add(entities));
    }

    /** Adds objects in this order; see {@link #add}. */
    public void addAll(Object... entities) {
        addAll(Arrays.asList(entities));
    }

    /**
     * The object of a key: the session's, or loaded now. Empty if there is no such row, or if the object is to be deleted.
     *
     * @param key the values of the key's columns, in order, each of the class of its column; or one object of the class that is embedded as the key, or that
     *     {@code @IdClass} names
     */
    public <E> Optional<E> get(Class<E> entity, Object... key) {
        EntityMapping<E> mapping = EntityMapping.of(entity);
        return context.guard().call(() -> context.get(mapping, mapping.key(key)));
    }

    /** The object of a key; see {@link #get(Class, Object...)}. */
    public <E> Optional<E> get(EntityPath<E> entity, Object... key) {
        return get(entity.javaType(), key);
    }

    /**
     * Deletes an object's row with the next flush, and those that it leads to by relationships with {@code cascade = REMOVE} or orphan removal, which are
     * loaded for it now. Its pairs in tables of pairs go with it. An object that was only added is let go.
     *
     * @throws dev.azoth.InvalidRequestException if the session does not hold the object
     */
    public void delete(Object entity) {
        context.guard().run(() -> context.delete(entity));
    }

    /**
     * Copies the state of an object onto the session's object for the same row, which it gives. The object given stays outside.
     *
     * <table>
     * <caption>What comes of it</caption>
     * <tr><th>the object</th><th>what is given back</th></tr>
     * <tr><td>is the session's own</td><td>itself; relationships that cascade are followed</td></tr>
     * <tr><td>has no key</td><td>a new object with its state, added</td></tr>
     * <tr><td>has the key of an object of the session</td><td>that object, with its state</td></tr>
     * <tr><td>has the key of a row</td><td>the row's object, loaded, with its state</td></tr>
     * <tr><td>has a key that no row has</td><td>a new object with that key and its state, added</td></tr>
     * <tr><td>has another version than the row</td><td>{@link dev.azoth.StaleDataException}</td></tr>
     * <tr><td>has the key of an object deleted in this session</td><td>{@link dev.azoth.InvalidRequestException}</td></tr>
     * <tr><td>is a record, and its row is there</td><td>{@link dev.azoth.InvalidRequestException}: records do not change</td></tr>
     * </table>
     *
     * <p>State is all columns, but for {@code Lazy} ones that are not loaded; and relationships that are in memory. With {@code cascade = MERGE} what they
     * lead to is merged too. Without it, a foreign key and a collection with a table of pairs lead to the session's objects of the same keys, loaded if need be, and
     * other collections are left alone.
     *
     * @throws dev.azoth.StaleDataException if the row has another version by now
     */
    public <E> E merge(E entity) {
        return context.guard().call(() -> context.merge(entity));
    }

    /**
     * Sets an attribute of a persistent object to an expression over its row, such as {@code session.set(account, ACCOUNT.balance, ACCOUNT.balance.minus(10))}. The next
     * flush writes it, in the row's UPDATE, and reads back what the database made of it; until then the object has the value that it had.
     *
     * @param attribute a column of the entity, under no other name; neither of the key nor the version
     * @throws dev.azoth.InvalidRequestException if the session does not hold the object as persistent, or if the attribute cannot be set so
     */
    public <V> void set(Object entity, ColumnReference<V> attribute, Expression<? extends V> value) {
        context.guard().run(() -> context.set(entity, attribute, value));
    }

    /**
     * Reads an object's row again and gives the object its values; changes that were not flushed are lost. Relationships with {@code cascade = REFRESH} are
     * followed.
     */
    public void refresh(Object entity) {
        context.guard().run(() -> context.refresh(entity));
    }

    /**
     * Lets an object go, and those that it leads to by relationships with {@code cascade = DETACH}; what was not flushed of them is not written.
     *
     * @throws dev.azoth.InvalidRequestException if the session does not hold it
     */
    public void expunge(Object entity) {
        context.guard().run(() -> context.expunge(entity));
    }

    /** Whether the session holds an object, and its row is there or will be. */
    public boolean contains(Object entity) {
        EntityState state = state(entity);
        return state == EntityState.PENDING || state == EntityState.PERSISTENT;
    }

    /** What an object is to this session, also after it is closed. */
    public EntityState state(Object entity) {
        return context.guard().call(() -> context.state(entity));
    }

    // statements

    /**
     * Runs a statement, after a flush. A query may select entities: they are this session's objects.
     *
     * <p>An UPDATE or a DELETE of an entity, or of its table, brings the session's objects in step with their rows, as {@link SynchronizeSession} says, which is
     * one of the options; rows have their version raised. A rollback brings the objects back. What goes over {@link #connection} is not looked at.
     *
     * @throws dev.azoth.InvalidRequestException if an option cannot be done for this statement
     */
    public <T> Result<T> execute(Statement<T> statement, QueryOption... options) {
        return context.guard().call(() -> context.execute(statement, options));
    }

    /**
     * Inserts rows of an entity, after a flush: those with values for the same columns by one statement of many rows. {@code returning(entity)} gives this session's
     * objects of them; what is returned comes in the order of the rows.
     *
     * <p>Keys that are made in the program, and first versions, are made where a row lacks them; relationships are not followed.
     *
     * @param rows maps from attributes, columns, or their names; records with components of these names; or objects of the entity, which stay outside of the session.
     *     Each may have other columns
     */
    public <T> Result<T> execute(Insert<T> insert, Iterable<?> rows, QueryOption... options) {
        return context.guard().call(() -> context.execute(insert, rows, options));
    }

    /**
     * Updates rows of an entity by their keys, after a flush: those with values for the same columns by one batch. Objects that the session holds get the
     * values, and rows a higher version.
     *
     * @param update of the entity, without anything else
     * @param rows   as for an insert, each with its key; one with a version is updated only if the row has that
     * @throws dev.azoth.StaleDataException if there is no row of a key, or if it has another version
     */
    public Result<?> execute(Update<?> update, Iterable<?> rows, QueryOption... options) {
        return context.guard().call(() -> context.execute(update, rows, options));
    }

    /**
     * The connection with the session's transaction, for what the session has no method for. It is the session's to commit and close, and another one after the
     * transaction.
     */
    public Connection connection() {
        return context.guard().call(context::connection);
    }

    // the unit of work

    /**
     * What the next flush would do, in its order. Like a flush it first follows cascades and brings both sides of relationships in step, in memory; nothing is
     * written.
     */
    public List<PendingChange> pending() {
        return context.guard().call(context::pending);
    }

    /**
     * Writes what changed: rows are inserted after those that they lead to and deleted before them, and only columns that changed are updated. Rows of the same
     * shape are written together.
     *
     * @throws dev.azoth.StaleDataException if a row was changed or deleted by somebody else since it was read
     * @throws dev.azoth.IntegrityException if a row breaks a constraint
     * @throws dev.azoth.InvalidRequestException if what the objects say contradicts itself; nothing was written then, and the session goes on
     */
    public void flush() {
        context.guard().run(context::flush);
    }

    /** Flushes and keeps all that was done since the transaction began. */
    public void commit() {
        context.guard().run(context::commit);
    }

    /**
     * Undoes all that was done since the transaction began, in the database and in the objects: those that were added are transient again, without the keys that they
     * were given; those that were deleted are persistent again; members and collections hold what they held when the transaction began, or when they were loaded in it.
     */
    public void rollback() {
        context.guard().run(context::rollback);
    }

    /** Flushes, and begins a part of the transaction that can be undone alone, in the database and in the objects: a savepoint. */
    public SessionSavepoint beginNested() {
        return context.guard().call(() -> new SessionSavepoint(context.guard(), context.beginNested()));
    }

    /** Whether it was not closed. */
    public boolean isOpen() {
        return context.isOpen();
    }

    /** Ends the transaction, undone if it was not committed, and lets all objects go as they are. Does nothing the second time. */
    @Override
    public void close() {
        context.guard().run(context::close);
    }
}
