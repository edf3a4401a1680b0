package dev.azoth.orm;

import dev.azoth.engine.Engine;
import dev.azoth.engine.Registration;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.session.Routes;
import dev.azoth.orm.session.SequenceBlocks;
import dev.azoth.orm.session.SessionContext;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
public final class Session extends SessionStatements implements AutoCloseable {
    private final SessionContext context;
    private final SessionListeners listeners;

    Session(Routes routes, SessionOptions options, List<SessionListener> shared, SequenceBlocks sequences) {
        this.listeners = new SessionListeners(this, shared);
        this.context = new SessionContext(routes, options, options.joined(), options.criteria(), sequences, listeners);
    }

    /** Has it refuse to add what another session holds. */
    void elsewhere(Function<Object, Optional<String>> shard) {
        context.elsewhere(shard);
    }

    /** Whether a transaction has begun. */
    boolean isBegun() {
        return context.connections().isBegun();
    }

    Engine engine() {
        return context.connections().routes().engine();
    }

    @Override
    SessionContext context() {
        return context;
    }

    // objects

    /**
     * Adds a new object, and those that it leads to by relationships with {@code cascade = PERSIST}: their rows are inserted by the next flush. For an object
     * that is to be deleted it takes the deletion back; for one that is persistent it only follows the relationships.
     *
     * @throws dev.azoth.InvalidRequestException if the object is detached, or held by another session: that is what {@link #merge} is for
     */
    public void add(Object entity) {
        context.guard().run(() -> context.objects().add(List.of(entity)));
    }

    /** Adds objects in this order; see {@link #add}. */
    public void addAll(Iterable<?> entities) {
        context.guard().run(() -> context.objects().add(entities));
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
        return context.guard().call(() -> context.lookups().get(mapping, mapping.key(key)));
    }

    /**
     * Inserts the row of a record now, after a flush, and gives the session's record of it, which has the key and the other values that it was given. What was passed
     * stays outside, as it is. For an object that is no record it does the same; {@link #add} keeps that very object.
     */
    @SuppressWarnings("unchecked") // an object is of its class
    public <E> E insert(E entity) {
        EntityPath<E> path = Entities.path((Class<E>) entity.getClass());
        return execute(Sql.insert(path).returning(path), List.of(entity)).one();
    }

    /** The object of a key; see {@link #get(Class, Object...)}. */
    public <E> Optional<E> get(EntityPath<E> entity, Object... key) {
        return get(entity.javaType(), key);
    }

    /**
     * The object of a key: the session's, or loaded now.
     *
     * @throws dev.azoth.NoResultException if there is no such row, or if the object is to be deleted
     */
    public <E> E getOne(Class<E> entity, Object... key) {
        return lookup(Entities.path(entity)).getOne(key);
    }

    /** The objects of many keys; see {@link Lookup#getMultiple}. */
    public <E> List<E> getMultiple(Class<E> entity, Collection<?> keys) {
        return lookup(Entities.path(entity)).getMultiple(keys);
    }

    /** Finds objects by their keys. */
    public <E> Lookup<E> lookup(EntityPath<E> entity) {
        return lookup(entity, options -> options);
    }

    /** Finds objects by their keys, with a lock or with what is loaded along: {@code lookup(user, o -> o.forUpdate()).getOne(42L)}. */
    public <E> Lookup<E> lookup(EntityPath<E> entity, UnaryOperator<ReadOptions> options) {
        return new Lookup<>(context, entity, options.apply(ReadOptions.NONE));
    }

    /**
     * Deletes an object's row with the next flush, and those that it leads to by relationships with {@code cascade = REMOVE} or orphan removal, which are
     * loaded for it now. Its pairs in tables of pairs go with it. An object that was only added is let go.
     *
     * @throws dev.azoth.InvalidRequestException if the session does not hold the object
     */
    public void delete(Object entity) {
        context.guard().run(() -> context.objects().delete(entity));
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
        return context.guard().call(() -> context.objects().merge(entity));
    }

    /**
     * The session's object for one from a cache, say, with its state and that of all it leads to in memory, which is taken for what the rows have: no query is run, and nothing is
     * written of it. An object that the session has already is given as it is.
     *
     * @throws dev.azoth.InvalidRequestException if an object has no key
     */
    public <E> E mergeLoaded(E entity) {
        return context.guard().call(() -> context.objects().mergeLoaded(entity));
    }

    /**
     * Makes an object new again: no session holds it any more, and it may be added as if it had never had a row. Its key stays; one that the database numbers is to be emptied, or the
     * row gets the same. What was not loaded is empty then.
     */
    public void makeTransient(Object entity) {
        context.guard().run(() -> context.objects().makeTransient(entity));
    }

    /**
     * Sets an attribute of a persistent object to an expression over its row, such as {@code session.set(account, ACCOUNT.balance, ACCOUNT.balance.minus(10))}. The next
     * flush writes it, in the row's UPDATE, and reads back what the database made of it; until then the object has the value that it had.
     *
     * @param attribute a column of the entity, under no other name; neither of the key nor the version
     * @throws dev.azoth.InvalidRequestException if the session does not hold the object as persistent, or if the attribute cannot be set so
     */
    public <V> void set(Object entity, ColumnReference<V> attribute, Expression<? extends V> value) {
        context.guard().run(() -> context.objects().set(entity, attribute, value));
    }

    /**
     * Reads an object's row again and gives the object its values; changes that were not flushed are lost. Relationships with {@code cascade = REFRESH} are
     * followed.
     */
    public void refresh(Object entity) {
        refresh(entity, options -> options);
    }

    /** The same with a lock, or with what is loaded along: {@code refresh(user, o -> o.forUpdate())}. */
    public void refresh(Object entity, UnaryOperator<ReadOptions> options) {
        context.guard().run(() -> context.objects().refresh(entity, options.apply(ReadOptions.NONE)));
    }

    /**
     * Takes what an object holds for old. Changes that were not flushed are lost at once; the next query, lookup or lazy load that meets its row gives it the row's values.
     *
     * @throws dev.azoth.InvalidRequestException if the session does not hold it, or its row is not there yet
     */
    public void expire(Object entity) {
        context.guard().run(() -> context.objects().expire(entity));
    }

    /** Takes what all objects hold for old whose rows are there; see {@link #expire}. */
    public void expireAll() {
        context.guard().run(context.objects()::expireAll);
    }

    /**
     * Lets an object go, and those that it leads to by relationships with {@code cascade = DETACH}; what was not flushed of them is not written.
     *
     * @throws dev.azoth.InvalidRequestException if the session does not hold it
     */
    public void expunge(Object entity) {
        context.guard().run(() -> context.objects().expunge(entity));
    }

    /** Whether the session holds an object, and its row is there or will be. */
    public boolean contains(Object entity) {
        EntityState state = state(entity);
        return state == EntityState.PENDING || state == EntityState.PERSISTENT;
    }

    /**
     * What the program changed in an object since it was last in step with its row, by its own attributes, in their order: the other sides of relationships follow with
     * the flush. Of a new object it is all that it holds. Nothing is loaded for it.
     *
     * @throws dev.azoth.InvalidRequestException if the session does not hold the object
     */
    public List<AttributeChange> changes(Object entity) {
        return context.guard().call(() -> context.objects().changes(entity));
    }

    /** Whether {@link #changes} has anything to tell, or an attribute was {@linkplain #set set to an expression}; faster. */
    public boolean isModified(Object entity) {
        return context.guard().call(() -> context.objects().isModified(entity));
    }

    /** What an object is to this session, also after it is closed. */
    public EntityState state(Object entity) {
        return context.guard().call(() -> context.state(entity));
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

    /**
     * Flushes and keeps all that was done since the transaction began.
     *
     * <p>Where entities are {@linkplain SessionOptions#bind(Class, dev.azoth.engine.Engine) bound} to several engines, everything is written first; then the databases commit
     * one after the other, in the order in which the transaction first used them.
     *
     * @throws PartialCommitException if one of them refuses when others have committed
     */
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

    /** Adds a listener to this session, behind the others; what is given back takes it out again. */
    public Registration listen(SessionListener listener) {
        return context.guard().call(() -> listeners.add(listener));
    }

    /** Who is at work, as {@link SessionOptions#user} tells now; empty for nobody. */
    public Optional<Object> user() {
        return context.guard()
                .call(() -> Optional.ofNullable(context.options().user().get()));
    }

    /** The clock of the values that it makes; see {@link SessionOptions#clock}. */
    public Clock clock() {
        return context.guard().call(() -> context.options().clock());
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
