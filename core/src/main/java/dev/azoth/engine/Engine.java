package dev.azoth.engine;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.OperationalException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.StatementCache;
import dev.azoth.compile.StatementWalk;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.Dialects;
import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.event.TransactionEvent;
import dev.azoth.inspect.Inspector;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.SchemaTarget;
import dev.azoth.schema.Table;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Statement;
import dev.azoth.type.ServerInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database: where it is, what it can do, and the connections to it. One for each database of a program; safe for any number of
 * threads.
 *
 * <p>An engine connects with its first use. It owns the pool that it made and closes it; a {@link DataSource} given to it stays the
 * caller's.
 */
public final class Engine implements AutoCloseable, SchemaTarget {
    private final String name;
    private final ConnectionSource source;
    private final EngineOptions options;
    private final List<EngineListener> listeners;
    private final Logger log = LoggerFactory.getLogger("dev.azoth.engine");
    private final ReentrantLock learning = new ReentrantLock();
    private final ReentrantLock schemaLock = new ReentrantLock();
    private volatile @Nullable Dialect dialect;
    private volatile @Nullable Compiler compiler;

    /** The language of the server and what was written in it: replaced together, so that nothing of an old language is found again. */
    private record Compiler(SqlLanguage language, StatementCache cache) {}

    private Engine(String name, ConnectionSource source, @Nullable Dialect dialect, EngineOptions options) {
        this.name = name;
        this.source = source;
        this.dialect = dialect;
        this.options = options;
        this.listeners = new ArrayList<>(options.listeners());
        EchoListener.of(options.echo()).ifPresent(listeners::add);
    }

    /**
     * An engine for a URL such as {@code postgresql://user:password@host/database}, {@code sqlite:///file.db}, {@code sqlite://} (in
     * memory), {@code mysql://…}, {@code mariadb://…}, {@code h2:mem:name}, or {@code jdbc:…}.
     *
     * @throws IllegalArgumentException               if it is no such URL
     * @throws dev.azoth.InvalidRequestException if there is no dialect for it
     */
    public static Engine create(String url) {
        return create(url, options -> {});
    }

    /** The same with options. */
    public static Engine create(String url, Consumer<EngineOptions> choose) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        Dialect dialect = Dialects.of(parsed);
        EngineOptions options = chosen(choose);
        return new Engine(parsed.toString(), new PooledSource(parsed, dialect, options), dialect, options);
    }

    /** An engine over a pool that the caller owns; closing the engine leaves it open. */
    public static Engine of(DataSource dataSource) {
        return of(dataSource, options -> {});
    }

    /** The same with options; those of the pool have no effect. */
    public static Engine of(DataSource dataSource, Consumer<EngineOptions> choose) {
        return new Engine("a DataSource", new CallerSource(dataSource), null, chosen(choose));
    }

    private static EngineOptions chosen(Consumer<EngineOptions> choose) {
        EngineOptions options = new EngineOptions();
        choose.accept(options);
        return options.validated();
    }

    /** A connection; to be closed. It takes a JDBC connection from the pool with its first statement. */
    public Connection connect() {
        return new Connection(this);
    }

    /** Does some work in a transaction, which is kept when the work ends and undone when it throws. */
    public void begin(Consumer<Connection> work) {
        transaction(connection -> {
            work.accept(connection);
            return true;
        });
    }

    /** Does some work in a transaction and gives what it gives; kept when the work ends and undone when it throws. */
    public <R> R transaction(Function<Connection, R> work) {
        try (Connection connection = connect()) {
            R result = work.apply(connection);
            connection.commit();
            return result;
        }
    }

    /**
     * Does some work in a transaction, and does it again from the start when the database says that it lost against another transaction:
     * after a serialization failure or a deadlock. Waits a little longer each time, by chance, so that two do not meet again.
     *
     * <p>Work that committed something itself before it lost is not done again.
     *
     * @param attempts how often at the most, at least 1; the last failure is thrown
     * @param work     must be harmless to repeat in what it does outside the database
     */
    public <R> R retrying(int attempts, Function<Connection, R> work) {
        return new Retry(attempts).run(() -> {
            try (Connection connection = connect()) {
                try {
                    R result = work.apply(connection);
                    connection.commit();
                    return result;
                } catch (DatabaseException e) {
                    throw connection.hasKept() ? new Retry.Final(e) : e;
                }
            }
        });
    }

    /**
     * The SQL of a statement for this database, as it will run; connects if the engine never did.
     *
     * @throws dev.azoth.CompileException if the dialect lacks something in it
     */
    public CompiledStatement compile(Statement<?> statement) {
        learn();
        return compiled(statement, StatementWalk.of(statement)).statement();
    }

    /** The dialect; connects if the engine is over a {@code DataSource} and never did. */
    public Dialect dialect() {
        Dialect known = dialect;
        if (known == null) {
            learn();
            known = dialect;
        }
        if (known == null) {
            throw new IllegalStateException("the dialect is known after the first connection");
        }
        return known;
    }

    /** What is known of the server; connects if the engine never did. */
    public ServerInfo server() {
        learn();
        return language().server();
    }

    /** Asks the server again what it has, after an extension was installed, say; compiled statements are forgotten. */
    public void refreshServer() {
        learning.lock();
        // others go on with what is known until it is replaced: they may hold the connections that this waits for
        try (java.sql.Connection jdbc = source.borrow()) {
            learn(jdbc);
        } catch (SQLException e) {
            throw unreachable(e);
        } finally {
            learning.unlock();
        }
    }

    /** What the database has: tables, columns, keys and indexes, each call in a transaction of its own. */
    public Inspector inspect() {
        return Inspector.of(dialect().introspection(), this::withJdbc);
    }

    private <R> R withJdbc(Inspector.Reading<R> reading) {
        return transaction(connection -> {
            try {
                return reading.read(connection.unwrap());
            } catch (SQLException e) {
                ErrorFields error = dialect().error(e);
                throw error.kind().exception(error, null, e);
            }
        });
    }

    /** How the cache of compiled statements was used. */
    public StatementCache.Statistics cacheStatistics() {
        learn();
        return compiler().cache().statistics();
    }

    @Override
    public void createAll(MetaData metadata) {
        begin(connection -> connection.createAll(metadata));
    }

    @Override
    public void dropAll(MetaData metadata) {
        begin(connection -> connection.dropAll(metadata));
    }

    @Override
    public Table reflect(MetaData into, String table) {
        return inspect().reflect(into, table);
    }

    /** Closes the pool that the engine made. Connections still in use are broken. */
    @Override
    public void close() {
        source.close();
    }

    /** The URL without the password. */
    @Override
    public String toString() {
        return "Engine(" + name + ")";
    }

    // for this package

    /** Held by who changes the schema of a database that has no lock for that. */
    ReentrantLock schemaLock() {
        return schemaLock;
    }

    EngineOptions options() {
        return options;
    }

    ConnectionSource source() {
        return source;
    }

    Logger log() {
        return log;
    }

    SqlLanguage language() {
        return compiler().language();
    }

    private Compiler compiler() {
        Compiler known = compiler;
        if (known == null) {
            learn();
            known = compiler;
        }
        if (known == null) {
            throw new IllegalStateException("the language is known after the first connection");
        }
        return known;
    }

    /** Learns the server over a connection that is about to be used anyway. */
    void ready(Connection connection) {
        if (compiler == null) {
            learn();
        }
    }

    private void learn() {
        if (compiler != null) {
            return;
        }
        learning.lock();
        try {
            if (compiler == null) {
                borrow().close();
            }
        } catch (SQLException e) {
            throw unreachable(e);
        } finally {
            learning.unlock();
        }
    }

    /** A JDBC connection; the first one tells what the server is. */
    java.sql.Connection borrow() throws SQLException {
        java.sql.Connection jdbc = source.borrow();
        if (compiler == null) {
            try {
                learn(jdbc);
            } catch (SQLException | RuntimeException e) {
                jdbc.close();
                throw e;
            }
        }
        return jdbc;
    }

    private void learn(java.sql.Connection jdbc) throws SQLException {
        Dialect known = dialect == null ? Dialects.of(jdbc) : dialect;
        ServerInfo server = known.serverInfo(jdbc);
        if (!jdbc.getAutoCommit()) {
            jdbc.rollback();
        }
        dialect = known;
        compiler = new Compiler(known.language(server), new StatementCache(options.cacheSize()));
        listeners.forEach(listener -> listener.connected(server.product()));
    }

    private RuntimeException unreachable(SQLException e) {
        Dialect known = dialect;
        if (known == null) {
            return new OperationalException(
                    ErrorFields.of(ErrorKind.OPERATIONAL, String.valueOf(e.getMessage())), null, e);
        }
        ErrorFields error = known.error(e);
        return error.kind().exception(error, null, e);
    }

    StatementCache.Found compiled(Statement<?> statement, StatementWalk walk) {
        Compiler known = compiler();
        SqlLanguage written = known.language();
        return known.cache().get(walk.key(), () -> written.statements().compile(statement, walk, written));
    }

    /** An insert of parameters as so many rows of VALUES. */
    StatementCache.Found compiledRows(Insert<?> insert, StatementWalk walk, int rows) {
        Compiler known = compiler();
        SqlLanguage written = known.language();
        return known.cache()
                .get(
                        List.of(walk.key(), rows),
                        () -> written.statements().compile(insert.repeated(rows), walk, written));
    }

    /** An insert of parameters as arrays, if the dialect has that. */
    Optional<StatementCache.Found> compiledArrays(Insert<?> insert, StatementWalk walk) {
        Compiler known = compiler();
        SqlLanguage written = known.language();
        if (!written.statements().takesArrays(insert, written)) {
            return Optional.empty();
        }
        return Optional.of(known.cache()
                .get(List.of(walk.key(), "arrays"), () -> written.statements().compileArrays(insert, walk, written)));
    }

    boolean isObserved() {
        return !listeners.isEmpty();
    }

    void tell(StatementEvent event) {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).statement(event);
        }
    }

    void tell(TransactionEvent event) {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).transaction(event);
        }
    }
}
