package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.engine.Result;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.Insert;
import dev.azoth.sql.MappedQuery;
import dev.azoth.sql.Query;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session over several shards: a {@link Session} for each, of which a {@link ShardChooser} says which one is meant.
 *
 * <p>An object belongs to the shard that it was read from, or added to: two shards may have rows of the same key, which are two objects. What it loads later comes from
 * there, and its changes go there. An object cannot lead to one of another shard, since a foreign key cannot.
 *
 * <p>For one thread at a time, as its sessions are.
 */
public final class ShardedSession implements AutoCloseable {
    private final ShardChooser chooser;
    private final Map<String, Session> shards;
    private @Nullable PartialCommitException partial;

    ShardedSession(ShardChooser chooser, Map<String, Session> shards) {
        this.chooser = chooser;
        this.shards = shards;
        shards.forEach(
                (name, session) -> session.elsewhere(object -> shardOf(object).filter(each -> !each.equals(name))));
    }

    /**
     * The session of a shard, which does all that a session does, there alone.
     *
     * @throws InvalidRequestException if there is none of that name
     */
    public Session shard(String name) {
        checkUsable();
        Session session = shards.get(name);
        if (session == null) {
            throw new InvalidRequestException("there is no shard " + name + ": there are " + shards.keySet());
        }
        return session;
    }

    private void checkUsable() {
        if (partial != null) {
            throw new InvalidRequestException(
                    "a transaction of this session was kept in part (the exception that said so is the cause): close it, and open another",
                    partial);
        }
    }

    /** The shard of an object that the session holds. */
    public Optional<String> shardOf(Object entity) {
        for (Map.Entry<String, Session> each : shards.entrySet()) {
            EntityState state = each.getValue().state(entity);
            if (state != EntityState.TRANSIENT && state != EntityState.DETACHED) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    /** The session that holds an object; any, which will say that it does not, if none does. */
    private Session holding(Object entity) {
        return shard(shardOf(entity).orElseGet(() -> shards.keySet().iterator().next()));
    }

    // objects

    /** Adds a new object to the shard that the chooser says; see {@link Session#add}. */
    public void add(Object entity) {
        shard(shardOf(entity).orElseGet(() -> chooser.shardOf(entity))).add(entity);
    }

    /** Adds objects in this order. */
    public void addAll(Object... entities) {
        Arrays.asList(entities).forEach(this::add);
    }

    /** The object of a key: of the first of the shards that the chooser says which has it. */
    public <E> Optional<E> get(Class<E> entity, Object... key) {
        checkUsable();
        for (String each : chooser.shardsOf(entity, List.of(key), shards.keySet())) {
            Optional<E> found = shard(each).get(entity, key);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Deletes an object with the next flush; see {@link Session#delete}. */
    public void delete(Object entity) {
        holding(entity).delete(entity);
    }

    /** Copies the state of an object onto the one of its key, which is looked for like {@link #get}, or onto a new one; see {@link Session#merge}. */
    public <E> E merge(E entity) {
        return shard(shardOf(entity).orElseGet(() -> shardOfKey(entity).orElseGet(() -> chooser.shardOf(entity))))
                .merge(entity);
    }

    private Optional<String> shardOfKey(Object entity) {
        EntityMapping<?> mapping = EntityMapping.of(entity.getClass());
        List<Object> key = mapping.keyOf(entity).map(EntityKey::values).orElse(List.of());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Collection<String> names = chooser.shardsOf(mapping.javaType(), key, shards.keySet());
        if (names.size() == 1) {
            return Optional.of(names.iterator().next());
        }
        return names.stream()
                .filter(each ->
                        shard(each).get(mapping.javaType(), key.toArray()).isPresent())
                .findFirst();
    }

    /** Reads an object's row again; see {@link Session#refresh}. */
    public void refresh(Object entity) {
        holding(entity).refresh(entity);
    }

    /** Lets an object go; see {@link Session#expunge}. */
    public void expunge(Object entity) {
        holding(entity).expunge(entity);
    }

    /** What an object is to this session. */
    public EntityState state(Object entity) {
        return holding(entity).state(entity);
    }

    // statements

    /**
     * Runs a statement on the shards that it says by {@link OnShards}, or that the chooser says, one after the other. The result has the rows of one after those of the other, and the
     * count of all.
     *
     * @throws InvalidRequestException if it runs on several, and says something of its rows as a whole, such as an order, a limit or a sum; or if it is an INSERT
     */
    public <T> Result<T> execute(Statement<T> statement, QueryOption... options) {
        if (statement instanceof MappedQuery<?, T> mapped) {
            return mapped(mapped, options);
        }
        ShardedStatement sent = ShardedStatement.of(statement, options);
        List<Session> sessions = sessions(sent);
        if (sessions.size() == 1) {
            return sessions.get(0).execute(statement, options);
        }
        sent.checkSeparable(false);
        List<T> rows = new ArrayList<>();
        long count = 0;
        for (Session each : sessions) {
            Result<T> result = each.execute(statement, options);
            rows.addAll(result.all());
            count += result.rowCount();
        }
        return statement instanceof Query<T> ? Result.of(rows) : Result.of(rows, count);
    }

    private <S, T> Result<T> mapped(MappedQuery<S, T> mapped, QueryOption... options) {
        return execute(mapped.query(), options).map(mapped.function());
    }

    /**
     * Runs a query on several shards, and merges their rows in memory in an order, which should be that of the query. A limit is one of the merged rows; each shard gives as many at
     * most.
     *
     * @throws InvalidRequestException if it says more of its rows as a whole, such as an offset or a sum
     */
    public <T> Result<T> execute(Query<T> query, Comparator<? super T> order, QueryOption... options) {
        ShardedStatement sent = ShardedStatement.of(query, options);
        sent.checkSeparable(true);
        List<T> rows = new ArrayList<>();
        for (Session each : sessions(sent)) {
            rows.addAll(each.execute(query, options).all());
        }
        rows.sort(order);
        return Result.of(rows.subList(0, (int) Math.min(rows.size(), sent.limit())));
    }

    private List<Session> sessions(ShardedStatement sent) {
        checkUsable();
        List<Session> sessions = new ArrayList<>();
        for (String each : sent.shards(chooser, shards.keySet())) {
            sessions.add(shard(each));
        }
        if (sessions.isEmpty()) {
            throw new InvalidRequestException(
                    "the chooser says no shard for " + sent + ": there are " + shards.keySet());
        } else if (sessions.size() > 1 && sent.statement() instanceof Insert<?>) {
            throw new InvalidRequestException(
                    "an INSERT is for one shard: session.shard(name).execute(…), or name it by OnShards.of(name)");
        }
        return sessions;
    }

    // the unit of work

    /** What the next flush would do, shard by shard. */
    public List<PendingChange> pending() {
        checkUsable();
        List<PendingChange> all = new ArrayList<>();
        shards.values().forEach(each -> all.addAll(each.pending()));
        return all;
    }

    /** Writes what changed, shard by shard; see {@link Session#flush}. */
    public void flush() {
        checkUsable();
        shards.values().forEach(Session::flush);
    }

    /**
     * Flushes all shards, and keeps what was done: they commit one after the other, in their order.
     *
     * @throws PartialCommitException if one refuses when others have committed what they had
     */
    public void commit() {
        flush();
        List<Session> begun = new ArrayList<>(
                shards.values().stream().filter(Session::isBegun).toList());
        List<Engine> committed = new ArrayList<>();
        for (Session each : shards.values()) {
            try {
                each.commit();
            } catch (RuntimeException e) {
                if (committed.isEmpty()) {
                    throw e;
                }
                partial = new PartialCommitException(
                        committed, begun.stream().map(Session::engine).toList(), e);
                throw partial;
            }
            if (begun.remove(each)) {
                committed.add(each.engine());
            }
        }
    }

    /** Undoes what was done since the transaction began, in all shards and in the objects. */
    public void rollback() {
        if (partial == null) {
            each(Session::rollback);
        }
    }

    /** Does it with each, whatever one of them throws. */
    private void each(Consumer<Session> what) {
        RuntimeException failure = null;
        for (Session each : shards.values()) {
            try {
                what.accept(each);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends the transactions, undone if they were not committed, and lets all objects go. */
    @Override
    public void close() {
        each(Session::close);
    }
}
