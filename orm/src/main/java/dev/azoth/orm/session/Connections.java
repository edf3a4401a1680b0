package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ExecutionOptions;
import dev.azoth.orm.NoReplicaException;
import dev.azoth.orm.PartialCommitException;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.Replicas;
import dev.azoth.orm.SessionOptions;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Statement;
import dev.azoth.sql.TextQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of a session's transaction: one for each engine that it used, in that order. */
public final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Replicas.class);

    private final Routes routes;
    private final ReadFrom preferred;
    private final SessionEvents events;
    private UnaryOperator<ExecutionOptions> execution;
    private final Map<Engine, Connection> primaries = new LinkedHashMap<>();
    private final Map<Engine, Connection> replicas = new HashMap<>(); // by the engine that they are copies of
    private final Set<Engine> written = new HashSet<>(); // in this transaction
    private final Set<Engine> kept = new HashSet<>(); // in those before
    private final List<NestedTransactions> savepoints = new ArrayList<>();
    private final SpentStatements spent;
    private final @Nullable JoinedTransaction outer;

    Connections(Routes routes, SessionOptions options, Optional<JoinedConnection> joined, SessionEvents events) {
        this.routes = routes;
        this.preferred = options.readFrom();
        this.execution = options.execution();
        this.events = events;
        this.spent = new SpentStatements(options.statementBudget());
        this.outer = joined.map(each -> new JoinedTransaction(each.connection(), each.mode(), spent))
                .orElse(null);
    }

    /** Has statements run with other options, on these connections and later ones. */
    void options(UnaryOperator<ExecutionOptions> choose) {
        UnaryOperator<ExecutionOptions> before = execution;
        execution = options -> choose.apply(before.apply(options));
        all().forEach(each -> each.options(choose));
    }

    // where to

    /** For a query. */
    Connection reading(Statement<?> query, ReadFrom asked, boolean forItself) {
        if (routes.isOne()) {
            return primary(routes.engine());
        }
        Engine engine = routes.of(query);
        Replicas copies = routes.replicas(engine).orElse(null);
        if (copies == null || isOuter(engine)) {
            return primary(engine);
        }
        if (query instanceof TextQuery<?> || Routes.locks(query)) {
            return writing(engine);
        }
        ReadFrom from = asked == ReadFrom.AUTO ? preferred : asked;
        boolean behind = written.contains(engine) || kept.contains(engine);
        return forItself || from == ReadFrom.PRIMARY || (from == ReadFrom.AUTO && behind)
                ? primary(engine)
                : replica(engine, copies);
    }

    /** For a statement that changes something. */
    Connection writing(Statement<?> change) {
        return writing(routes.isOne() ? routes.engine() : routes.of(change));
    }

    /** For rows of a table, which change. */
    Connection writing(NamedTable table) {
        return writing(routes.isOne() ? routes.engine() : routes.of(table));
    }

    /** For whatever is done on it. */
    Connection writing(Engine engine) {
        written.add(engine);
        return primary(engine);
    }

    /** Which engine has what. */
    public Routes routes() {
        return routes;
    }

    private Connection primary(Engine engine) {
        Connection held = primaries.get(engine);
        if (held != null) {
            return held;
        }
        return joined(outer != null && isOuter(engine) ? outer.connection() : engine.connect(), engine, primaries);
    }

    private boolean isOuter(Engine engine) {
        return outer != null && outer.connection().engine() == engine;
    }

    private boolean isOuter(Connection connection) {
        return outer != null && outer.isOf(connection);
    }

    private Connection replica(Engine engine, Replicas copies) {
        Connection held = replicas.get(engine);
        if (held != null) {
            return held;
        }
        List<RuntimeException> failures = new ArrayList<>();
        List<Engine> tried = copies.chosen();
        for (Engine each : tried) {
            Connection connection = usable(each, copies, failures);
            if (connection != null) {
                return joined(connection, engine, replicas);
            }
        }
        if (!copies.isOrPrimary()) {
            throw new NoReplicaException(engine, tried, failures);
        }
        LOG.warn("none of the replicas {} can be read: {} is read instead", tried, engine);
        return primary(engine);
    }

    private static @Nullable Connection usable(Engine replica, Replicas copies, List<RuntimeException> failures) {
        Connection connection = replica.connect();
        try {
            connection.unwrap(); // connects
            if (copies.isUsable(connection)) {
                return connection;
            }
            LOG.warn("the replica {} is passed over, since it is not usable", replica);
        } catch (RuntimeException e) {
            failures.add(e);
            LOG.warn("the replica {} is passed over, since it cannot be connected to: {}", replica, e.getMessage());
        }
        connection.close();
        return null;
    }

    /** A connection that comes later has the savepoints of the others, so that they can be undone in it too. */
    private Connection joined(Connection connection, Engine engine, Map<Engine, Connection> into) {
        boolean first = primaries.isEmpty() && replicas.isEmpty();
        if (outer != null && isOuter(connection)) {
            outer.begin(execution);
        } else {
            connection.options(execution);
            if (spent.isCounting()) {
                connection.listen(spent);
            }
        }
        into.put(engine, connection);
        savepoints.forEach(each -> each.join(connection));
        if (first && !events.isEmpty()) {
            events.begun();
        }
        return connection;
    }

    // the transaction

    /** Whether it has begun. */
    public boolean isBegun() {
        return all().stream().anyMatch(Connection::inTransaction);
    }

    NestedTransactions beginNested() {
        primary(routes.engine());
        NestedTransactions nested = new NestedTransactions(spent);
        List<Connection> all = all();
        all.forEach(nested::join);
        savepoints.add(nested);
        return nested;
    }

    void ended(NestedTransactions nested) {
        int from = savepoints.indexOf(nested);
        if (from >= 0) {
            savepoints.subList(from, savepoints.size()).clear();
        }
    }

    private List<Connection> all() {
        List<Connection> all = new ArrayList<>(primaries.values());
        all.addAll(replicas.values());
        return all;
    }

    /** Keeps what was done, in the order in which the databases were first used; what was only read from replicas needs no keeping. */
    void commit() {
        List<Engine> done = new ArrayList<>();
        List<Engine> open = new ArrayList<>(primaries.keySet());
        for (Engine each : primaries.keySet()) {
            try {
                commit(primaries.get(each));
            } catch (RuntimeException e) {
                throw done.isEmpty() ? e : new PartialCommitException(done, open, e);
            }
            done.add(each);
            open.remove(each);
        }
        kept.addAll(written);
        end();
    }

    private void commit(Connection connection) {
        if (outer != null && isOuter(connection)) {
            outer.commit();
        } else {
            connection.commit();
        }
    }

    private void undo(Connection connection) {
        if (outer != null && isOuter(connection)) {
            outer.rollback();
        } else {
            connection.rollback();
        }
    }

    private void release(Connection connection) {
        if (outer != null && isOuter(connection)) {
            outer.end();
        } else {
            connection.close();
        }
    }

    /**
     * Undoes what was done.
     *
     * @param then what is to be done whether that succeeds or not, while the connections are still held
     */
    void rollback(Runnable then) {
        List<Connection> undone = new ArrayList<>(primaries.values());
        List<Connection> all = all();
        forget();
        try {
            each(undone, this::undo);
        } finally {
            try {
                then.run();
            } finally {
                each(all, this::release);
            }
        }
    }

    private void forget() {
        primaries.clear();
        replicas.clear();
        written.clear();
        savepoints.clear();
    }

    /** Does it with each, whatever one of them throws. */
    private static void each(List<Connection> connections, Consumer<Connection> what) {
        RuntimeException failure = null;
        for (Connection each : connections) {
            try {
                what.accept(each);
            } catch (RuntimeException e) {
                failure = first(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Gives them all back; what was not committed is undone. */
    void end() {
        List<Connection> all = all();
        forget();
        each(all, this::release);
    }

    static RuntimeException first(@Nullable RuntimeException before, RuntimeException now) {
        if (before == null) {
            return now;
        }
        before.addSuppressed(now);
        return before;
    }
}
