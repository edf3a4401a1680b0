package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.NestedTransaction;
import dev.azoth.engine.Result;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.SessionOptions;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.evaluate.Evaluator;
import dev.azoth.orm.evaluate.UncertainException;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.model.Cascade;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.MappedQuery;
import dev.azoth.sql.Query;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is behind a {@link dev.azoth.orm.Session}: its objects, and its transaction. */
public final class SessionContext {
    private final Engine engine;
    private final SessionOptions options;
    private final Criteria criteria;
    private final ValueSources values;
    private final ThreadGuard guard = new ThreadGuard();
    private final SessionLoading loading = new SessionLoading(this);
    private final EntityQueries queries = new EntityQueries(loading);
    private final Related related = new RelatedObjects(queries);
    private final Tracking tracking;
    private final UnitOfWork unit;
    private final Changes changes = new Changes(this, queries);
    private @Nullable Connection connection;
    private @Nullable Throwable failure;
    private boolean working;
    private boolean closed;

    /** A session's inside. */
    public SessionContext(Engine engine, SessionOptions options, Criteria criteria, SequenceBlocks sequences) {
        this.engine = engine;
        this.options = options;
        this.criteria = criteria;
        this.values = new ValueSources(options, sequences);
        this.tracking = new Tracking(related, values);
        this.unit = new UnitOfWork(tracking, related, values);
    }

    /** Sees to it that one thread at a time is inside. */
    public ThreadGuard guard() {
        return guard;
    }

    void checkOpen() {
        if (closed) {
            throw new InvalidRequestException("the session is closed: open another with sessions.open()");
        }
    }

    private void checkUsable() {
        checkOpen();
        if (failure != null) {
            throw new InvalidRequestException(
                    "a flush of this session failed (its exception is the cause), and what it had written must be undone: call rollback(), which"
                            + " also gives the objects the state they had",
                    failure);
        }
    }

    // objects

    /** Adds objects. */
    public void add(Iterable<?> entities) {
        checkUsable();
        entities.forEach(tracking::add);
    }

    /** Marks an object for deletion. */
    public void delete(Object entity) {
        checkUsable();
        quietly(() -> {
            tracking.delete(entity);
            return true;
        });
    }

    /** Lets an object go. */
    public void expunge(Object entity) {
        checkUsable();
        Tracked tracked = tracking.map().of(entity);
        if (tracked == null) {
            throw notHeld(entity, "expunged");
        }
        tracking.expunge(tracked);
    }

    private static InvalidRequestException notHeld(Object entity, String what) {
        return new InvalidRequestException(
                "this " + EntityMapping.of(entity.getClass()).name() + " is not in the session and cannot be " + what);
    }

    /** What an object is to this session, open or closed. */
    public EntityState state(Object entity) {
        return tracking.state(entity);
    }

    /** The object of a key. */
    public <E> Optional<E> get(EntityMapping<E> mapping, EntityKey key) {
        checkUsable();
        Tracked held = tracking.map().at(key);
        if (held != null) {
            return held.is(EntityState.PERSISTENT) && meetsCriteria(mapping, held)
                    ? Optional.of(held.entity())
                            .filter(mapping.javaType()::isInstance)
                            .map(mapping.javaType()::cast)
                    : Optional.empty();
        }
        return queries.load(mapping, key);
    }

    /** Whether an object is one that a query would find. */
    private boolean meetsCriteria(EntityMapping<?> mapping, Tracked held) {
        List<Condition> conditions = criteria.of(mapping);
        if (conditions.isEmpty()) {
            return true;
        }
        try {
            RowValues row = new RowValues(held.mapping(), held.entity());
            return conditions.stream()
                    .allMatch(each -> Objects.equals(
                            Evaluator.of(each, held.mapping().columns()).of(row), true));
        } catch (UncertainException e) {
            return queries.meets(mapping, Objects.requireNonNull(held.key()));
        }
    }

    /** Copies an object's state onto the session's object of the same key. */
    public <E> E merge(E entity) {
        checkUsable();
        return quietly(() -> new Merge(tracking, related).merge(entity));
    }

    /** Reads an object's row again. */
    public void refresh(Object start) {
        checkUsable();
        List<Object> open = new ArrayList<>(List.of(start));
        Set<Object> seen = LinkChange.identitySet();
        for (int i = 0; i < open.size(); i++) {
            Object entity = open.get(i);
            Tracked tracked = tracking.map().of(entity);
            if (tracked == null || !tracked.is(EntityState.PERSISTENT)) {
                throw notHeld(entity, "refreshed: it is " + state(entity));
            }
            if (seen.add(entity)) {
                quietly(() -> {
                    queries.refresh(entity);
                    return true;
                });
                for (Link link : tracked.outline().links()) {
                    if (link.cascades(Cascade.REFRESH)) {
                        open.addAll(quietly(() -> related.loaded(tracked, link)));
                    }
                }
            }
        }
    }

    /** Has an attribute of an object computed by the database, with the next flush. */
    public void set(Object entity, ColumnReference<?> column, Expression<?> value) {
        checkUsable();
        Tracked tracked = tracking.map().of(entity);
        if (tracked == null || !tracked.is(EntityState.PERSISTENT)) {
            throw new InvalidRequestException(
                    "this " + EntityMapping.of(entity.getClass()).name() + " is "
                            + state(entity).name().toLowerCase(Locale.ROOT)
                            + ": only the row of a persistent object can be computed from; give it a value");
        } else if (tracked.mapping().isRecord()) {
            throw new InvalidRequestException(tracked + " is a record, which never changes");
        }
        tracked.express(tracked.expressions().with(tracked, column, value));
    }

    /** Runs a statement; a query may give entities, and a change may be of entities. */
    public <T> Result<T> execute(Statement<T> statement, QueryOption... options) {
        checkUsable();
        if (statement instanceof Query<T> query) {
            return queries.execute(query, Arrays.asList(options));
        }
        if (statement instanceof MappedQuery<?, T> mapped) {
            return mapped(mapped, options);
        }
        return changes.execute(statement, Arrays.asList(options));
    }

    private <S, T> Result<T> mapped(MappedQuery<S, T> mapped, QueryOption... options) {
        return execute(mapped.query(), options).map(mapped.function());
    }

    /** Inserts many rows. */
    public <T> Result<T> execute(Insert<T> insert, Iterable<?> rows, QueryOption... options) {
        checkUsable();
        return changes.insert(insert, rows, Arrays.asList(options));
    }

    /** Updates many rows by their keys. */
    public Result<?> execute(Update<?> update, Iterable<?> rows, QueryOption... options) {
        checkUsable();
        return changes.update(update, rows, Arrays.asList(options));
    }

    /** Flushes before a statement that changes rows of the session's objects, which must all be in step with them. */
    void flushBeforeChange() {
        flush(true);
    }

    // the unit of work

    /** What a flush would do. */
    public List<PendingChange> pending() {
        checkUsable();
        return quietly(unit::pending);
    }

    /** Writes what changed. */
    public void flush() {
        flush(false);
    }

    private void flush(boolean keepsOrphans) {
        checkUsable();
        if (working || tracking.map().isEmpty()) {
            return;
        }
        Runnable write = quietly(() -> unit.prepare(this::connection, keepsOrphans));
        try {
            write.run();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    /** Does something whose own queries neither flush nor count as implicit. */
    <R> R quietly(Supplier<R> work) {
        boolean before = working;
        working = true;
        try {
            return work.get();
        } finally {
            working = before;
        }
    }

    // the transaction

    /** Flushes, and keeps what was done. */
    public void commit() {
        flush();
        Connection held = connection;
        if (held != null) {
            try {
                held.commit();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
            connection = null;
            held.close();
        }
        tracking.keep();
    }

    /** Undoes what was done, in the database and in the objects. */
    public void rollback() {
        checkOpen();
        Connection held = connection;
        connection = null;
        failure = null;
        try {
            if (held != null) {
                held.rollback();
            }
        } finally {
            tracking.undo();
            if (held != null) {
                held.close();
            }
        }
    }

    /** Sets a savepoint, for objects too. */
    public NestedWork beginNested() {
        flush();
        NestedTransaction nested = connection().beginNested();
        UndoFrame frame = new UndoFrame();
        tracking.frames().addFirst(frame);
        return new NestedWork(this, nested, frame);
    }

    /** Ends the transaction, undone if it was not committed, and lets all objects go as they are. */
    public void close() {
        if (!closed) {
            closed = true;
            Connection held = connection;
            connection = null;
            tracking.close();
            loading.close();
            if (held != null) {
                held.close();
            }
        }
    }

    /** Whether it is not closed. */
    public boolean isOpen() {
        return !closed;
    }

    /**
     * The connection, in the session's transaction.
     *
     * @throws InvalidRequestException if the session is closed
     */
    public Connection connection() {
        checkOpen();
        Connection held = connection;
        if (held == null) {
            held = engine.connect();
            connection = held;
        }
        return held;
    }

    /** What a failed flush had written is undone, by a savepoint that is older. */
    void forgetFailure() {
        failure = null;
    }

    /** The values for what a statement inserts. */
    GivenValues values() {
        return values.begin();
    }

    // what loading sees of it

    Tracking tracking() {
        return tracking;
    }

    SessionOptions options() {
        return options;
    }

    /** The conditions on entities for all of its statements. */
    Criteria criteria() {
        return criteria;
    }

    /** Whether the session itself loads at the moment, and not the program. */
    boolean isWorking() {
        return working;
    }

    /** Flushes before a query of the program's, if the session is to. */
    void autoflush() {
        if (options.autoflush() && !working) {
            flush(true);
        }
    }

    /** The program asked for what was not loaded. */
    void implicitLoad() {
        guard.run(this::checkUsable);
    }
}
