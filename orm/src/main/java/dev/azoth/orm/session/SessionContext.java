package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ExecutionOptions;
import dev.azoth.engine.Result;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PartialCommitException;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.SessionOptions;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.Insert;
import dev.azoth.sql.MappedQuery;
import dev.azoth.sql.Query;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is behind a {@link dev.azoth.orm.Session}: its objects, and its transaction. */
public final class SessionContext {
    private static final int FLUSHES = 100;

    private final SessionOptions options;
    private final Criteria criteria;
    private final ValueSources values;
    private final ThreadGuard guard = new ThreadGuard();
    private final SessionLoading loading = new SessionLoading(this);
    private final EntityQueries queries = new EntityQueries(loading);
    private final Related related = new RelatedObjects(queries);
    private final Changes changes = new Changes(this, queries);
    private final SessionStreams streams = new SessionStreams(this, queries);
    private final SessionLookups lookups = new SessionLookups(this, queries);
    private final SessionEvents events;
    private final Tracking tracking;
    private final UnitOfWork unit;
    private final SessionObjects objects;
    private final Connections connections;
    private boolean flushesItself;
    private @Nullable Throwable failure;
    private boolean working;
    private boolean closed;

    /** A session's inside. */
    public SessionContext(
            Routes routes,
            SessionOptions options,
            Optional<JoinedConnection> joined,
            Criteria criteria,
            SequenceBlocks sequences,
            SessionEvents events) {
        this.options = options;
        this.events = events;
        this.criteria = criteria;
        this.values = new ValueSources(options, sequences, criteria.tenancy());
        this.flushesItself = options.autoflush();
        this.tracking = new Tracking(related, values, events);
        this.unit = new UnitOfWork(tracking, related, values, events);
        this.objects = new SessionObjects(this, related, queries);
        this.connections = new Connections(routes, options, joined, events);
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

    void checkUsable() {
        checkOpen();
        if (failure instanceof PartialCommitException) {
            throw new InvalidRequestException(
                    "a transaction of this session was kept in part (the exception that said so is the cause), so that its objects are in step with"
                            + " neither what is there nor what was: close it, and open another with sessions.open()",
                    failure);
        }
        if (failure != null) {
            throw new InvalidRequestException(
                    "a flush of this session failed (its exception is the cause), and what it had written must be undone: call rollback(), which"
                            + " also gives the objects the state they had",
                    failure);
        }
    }

    // objects

    /** Has it refuse to add what another session holds, whose shard a function gives. */
    public void elsewhere(Function<Object, Optional<String>> shard) {
        tracking.elsewhere(shard);
    }

    /** What is done with single objects. */
    public SessionObjects objects() {
        return objects;
    }

    /** What an object is to this session, open or closed. */
    public EntityState state(Object entity) {
        return tracking.state(entity);
    }

    /** Looking for objects by their keys. */
    public SessionLookups lookups() {
        return lookups;
    }

    /** Has statements run with other options. */
    public void execution(UnaryOperator<ExecutionOptions> choose) {
        connections.options(choose);
    }

    /** Does something during which queries do not flush. */
    public <R> R noAutoflush(Supplier<R> work) {
        boolean before = flushesItself;
        flushesItself = false;
        try {
            return work.get();
        } finally {
            flushesItself = before;
        }
    }

    /** Runs a statement; a query may give entities, and a change may be of entities. */
    public <T> Result<T> execute(Statement<T> given, QueryOption... options) {
        checkUsable();
        if (given instanceof MappedQuery<?, T> mapped) {
            return mapped(mapped, options);
        }
        Statement<T> statement = listened(given);
        if (statement instanceof Query<T> query) {
            Result<T> result = queries.execute(query, Arrays.asList(options));
            return EntityQueries.hasEntities(query) ? result : streams.guarded(result);
        }
        return changes.execute(statement, Arrays.asList(options));
    }

    private <S, T> Result<T> mapped(MappedQuery<S, T> mapped, QueryOption... options) {
        return execute(mapped.query(), options).map(mapped.function());
    }

    /** Inserts many rows. */
    public <T> Result<T> execute(Insert<T> given, Iterable<?> rows, QueryOption... options) {
        checkUsable();
        Insert<T> insert = listened(given, Insert.class, "many rows go with an INSERT");
        return changes.insert(insert, rows, Arrays.asList(options));
    }

    /** Updates many rows by their keys. */
    public <T> Result<?> execute(Update<T> given, Iterable<?> rows, QueryOption... options) {
        checkUsable();
        Update<T> update = listened(given, Update.class, "many rows are updated by an UPDATE");
        return changes.update(update, rows, Arrays.asList(options));
    }

    /** What runs in the place of a statement. */
    private <T> Statement<T> listened(Statement<T> given) {
        return events.isEmpty() || working ? given : quietly(() -> events.executing(given));
    }

    /** The same where only one of its kind can. */
    @SuppressWarnings("unchecked") // it gives the same, and is of the kind
    <T, S extends Statement<T>> S listened(S given, Class<?> kind, String why) {
        Statement<T> now = listened(given);
        if (kind.isInstance(now)) {
            return (S) now;
        }
        throw new InvalidRequestException(
                why + ", and a listener replaced it by a " + now.getClass().getSimpleName());
    }

    /** Queries whose rows come some at a time. */
    public SessionStreams streams() {
        return streams;
    }

    /** Lets go of what a part of a stream brought, after what changed in it is written. */
    void letGo(List<Tracked> brought) {
        if (flushesItself) {
            flush();
        }
        Release.of(tracking, brought);
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

    /** Whether something was written, and somebody told of it, who may have changed more. */
    private boolean flush(boolean keepsOrphans) {
        checkUsable();
        if (working || tracking.map().isEmpty()) {
            return false;
        }
        PreparedFlush flush = quietly(() -> unit.prepare(keepsOrphans));
        try {
            flush.run(connections);
            return quietly(() -> flush.tell(events));
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    private void flushAll() {
        for (int i = 0; flush(false); i++) {
            if (i == FLUSHES) {
                throw new InvalidRequestException("a listener or a callback changes objects after each flush, "
                        + FLUSHES + " times by now: there would be no end of it");
            }
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
        checkUsable();
        if (!events.isEmpty()) {
            quietly(() -> {
                events.committing();
                return true;
            });
        }
        flushAll();
        try {
            connections.commit();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        tracking.keep();
        if (!events.isEmpty()) {
            events.committed();
        }
    }

    /** Undoes what was done, in the database and in the objects. */
    public void rollback() {
        checkOpen();
        if (failure instanceof PartialCommitException) {
            connections.end(); // those that did not commit undo it
            return;
        }
        failure = null;
        connections.rollback(tracking::undo);
        if (!events.isEmpty()) {
            events.rolledBack();
        }
    }

    /** Sets a savepoint, for objects too. */
    public NestedWork beginNested() {
        flush();
        NestedTransactions nested = connections.beginNested();
        UndoFrame frame = new UndoFrame();
        tracking.frames().addFirst(frame);
        return new NestedWork(this, nested, frame);
    }

    /** Ends the transaction, undone if it was not committed, and lets all objects go as they are. */
    public void close() {
        if (!closed) {
            closed = true;
            tracking.close();
            loading.close();
            connections.end();
        }
    }

    /** Whether it is not closed. */
    public boolean isOpen() {
        return !closed;
    }

    /**
     * The connection to the database of what is not bound to another, in the session's transaction.
     *
     * @throws InvalidRequestException if the session is closed
     */
    public Connection connection() {
        checkOpen();
        return connections.writing(connections.routes().engine());
    }

    /** The connection to the database of an entity. */
    public Connection connection(EntityMapping<?> entity) {
        checkOpen();
        return connections.writing(connections.routes().of(entity));
    }

    /** The connection for a query. */
    Connection reading(Statement<?> query, ReadFrom from) {
        checkOpen();
        return connections.reading(query, from, working);
    }

    /** The connection for a statement that changes something. */
    Connection writing(Statement<?> change) {
        checkOpen();
        return connections.writing(change);
    }

    /** The connections of the transaction. */
    public Connections connections() {
        return connections;
    }

    /** What a failed flush had written is undone, by a savepoint that is older. */
    void forgetFailure() {
        failure = null;
    }

    /** The values for what a statement writes. */
    GivenValues values() {
        return values.begin();
    }

    // what loading sees of it

    Tracking tracking() {
        return tracking;
    }

    SessionEvents events() {
        return events;
    }

    /** How it behaves. */
    public SessionOptions options() {
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
        if (flushesItself && !working) {
            flush(true);
        }
    }

    /** The program asked for what was not loaded. */
    void implicitLoad() {
        guard.run(this::checkUsable);
    }
}
