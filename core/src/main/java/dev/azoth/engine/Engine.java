package dev.azoth.engine;

import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.StatementCache;
import dev.azoth.compile.StatementWalk;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.event.EngineListener;
import dev.azoth.inspect.Inspector;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.SchemaTarget;
import dev.azoth.schema.StoredQuery;
import dev.azoth.schema.Table;
import dev.azoth.sql.Dml;
import dev.azoth.sql.MappedQuery;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Statement;
import dev.azoth.type.ServerInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database: where it is, what it can do, and the connections to it. One for each database of a program; safe for any number of
 * threads.
 *
 * <p>An engine connects with its first use. It owns the pool that it made and closes it; a {@link DataSource} given to it stays the
 * caller's.
 */
public final class Engine extends WorkRunner implements AutoCloseable, SchemaTarget {
    private static final int SCHEMA_ATTEMPTS = 20;

    private final SharedPool pool;
    private final EngineOptions options;
    private final boolean owner;
    private final Logger log = LoggerFactory.getLogger("dev.azoth.engine");

    private Engine(SharedPool pool, EngineOptions options, boolean owner) {
        this.pool = pool;
        this.options = options;
        this.owner = owner;
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
        return create(DatabaseUrl.parse(url), choose);
    }

    /** The same for a URL of parts. */
    public static Engine create(DatabaseUrl url, Consumer<EngineOptions> choose) {
        EnginePlugins plugins = EnginePlugins.of(url);
        DatabaseUrl parsed = plugins.url();
        EngineOptions options = chosen(o -> {
            plugins.options(o);
            choose.accept(o);
        });
        Engine engine = new Engine(SharedPool.of(parsed, options), options, true);
        plugins.created(engine);
        return engine;
    }

    /**
     * An engine by properties, as in a file: {@code url} and options by the names of the methods of {@link EngineOptions}, each behind a prefix.
     * Durations are as {@code PT30S}; {@code driver.NAME} is a property of the driver.
     *
     * @param properties may have others, without the prefix
     * @param prefix     such as {@code azoth.}; may be empty
     * @throws IllegalArgumentException naming all that is wrong
     */
    public static Engine create(Map<String, String> properties, String prefix) {
        Map<String, String> own = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        String url = own.remove("url");
        if (url == null) {
            throw new IllegalArgumentException("the properties of an engine have no " + prefix + "url");
        }
        return create(url, options -> OptionTexts.set(options, own));
    }

    /** An engine over a pool that the caller owns; closing the engine leaves it open. */
    public static Engine of(DataSource dataSource) {
        return of(dataSource, options -> {});
    }

    /** The same with options; those of the pool have no effect. */
    public static Engine of(DataSource dataSource, Consumer<EngineOptions> choose) {
        EngineOptions options = chosen(choose);
        return new Engine(SharedPool.of(dataSource, options), options, true);
    }

    private static EngineOptions chosen(Consumer<EngineOptions> choose) {
        EngineOptions options = new EngineOptions();
        choose.accept(options);
        return options.validated();
    }

    @Override
    public Connection connect() {
        return new Connection(this);
    }

    /**
     * The SQL of a statement for this database, as it will run; connects if the engine never did.
     *
     * @throws dev.azoth.CompileException if the dialect lacks something in it
     */
    public CompiledStatement compile(Statement<?> statement) {
        if (statement instanceof MappedQuery<?, ?> mapped) {
            return compile(mapped.query());
        }
        Statement<?> complete = statement instanceof Dml<?> dml ? dml.completed() : statement;
        return known().compiled(complete, StatementWalk.of(complete), options.execution())
                .statement();
    }

    /**
     * The text of a statement for this database with its values in it, for people to read, or to try by hand; see {@link
     * dev.azoth.dialect.Dialects#render(Statement, String)}. Connects if the engine never did.
     */
    public String render(Statement<?> statement) {
        SqlLanguage here = known().language(options.execution());
        return here.statements().text(statement, here);
    }

    /**
     * Tells a listener what the engine does from now on, behind those registered before.
     *
     * @return to be closed when the listener is to hear no more; it need not be
     */
    public Registration listen(EngineListener listener) {
        return pool.observers().add(listener);
    }

    /**
     * An engine over the same pool, server and listeners whose connections begin otherwise: read-only, say, or in autocommit. It need not be closed;
     * closing it does nothing.
     *
     * @throws IllegalArgumentException if an option of the pool, the cache, the echo or the listeners is chosen, which all engines of a pool share
     */
    public Engine withOptions(Consumer<EngineOptions> choose) {
        EngineOptions chosen = options.copy();
        choose.accept(chosen);
        if (!chosen.validated().sharesWith(options)) {
            throw new IllegalArgumentException(
                    "engines over one pool differ in isolation, readOnly, execution, hideParameters and parameterLength"
                            + " only: create another engine, or call listen(…) for a listener");
        }
        return new Engine(pool, chosen, false);
    }

    /** The connections of the engine's own pool; empty for a caller's. */
    public Optional<PoolStatus> poolStatus() {
        return pool.source().status();
    }

    /**
     * Replaces the connections of the engine's own pool, those in use when they are given back: after a failover, or for settings that only new
     * connections take.
     */
    public void replaceConnections() {
        pool.source().replaceIdle();
    }

    /** The dialect; connects if the engine is over a {@code DataSource} and never did. */
    public Dialect dialect() {
        return known().dialect();
    }

    /** What is known of the server; connects if the engine never did. */
    public ServerInfo server() {
        return known().language().server();
    }

    /** Asks the server again what it has, after an extension was installed, say; compiled statements are forgotten. */
    public void refreshServer() {
        known().learnAgain();
    }

    /** What the database has: tables, columns, keys and indexes, each call in a transaction of its own. */
    public Inspector inspect() {
        return Inspector.of(dialect().introspection(), this::withJdbc);
    }

    private <R> R withJdbc(Inspector.Reading<R> reading) {
        return transaction(connection -> connection.withJdbc(reading));
    }

    /** How the cache of compiled statements was used. */
    public StatementCache.Statistics cacheStatistics() {
        return known().cache().statistics();
    }

    /** Loads rows in a transaction of their own; see {@link Connection#copyIn(NamedTable, Iterable)}. */
    public long copyIn(NamedTable table, Iterable<?> rows) {
        return transaction(connection -> connection.copyIn(table, rows));
    }

    @Override
    public void createAll(MetaData metadata) {
        schemaChange(connection -> connection.createAll(metadata));
    }

    @Override
    public void dropAll(MetaData metadata) {
        schemaChange(connection -> connection.dropAll(metadata));
    }

    @Override
    public void change(StoredQuery query, StoredQuery.Change change) {
        schemaChange(connection -> connection.change(query, change));
    }

    /** Where nobody waits for another's change of the schema, the one who comes second tries again. */
    private void schemaChange(Consumer<Connection> change) {
        retrying(SCHEMA_ATTEMPTS, connection -> {
            change.accept(connection);
            return true;
        });
    }

    @Override
    public Table reflect(MetaData into, String table) {
        return inspect().reflect(into, table);
    }

    /** Closes the pool that the engine made. Connections still in use are broken. */
    @Override
    public void close() {
        if (owner) {
            pool.close();
        }
    }

    /** The URL without the password. */
    @Override
    public String toString() {
        return "Engine(" + pool + ")";
    }

    // for this package

    /** Held by who changes the schema of a database that has no lock for that. */
    ReentrantLock schemaLock() {
        return pool.schemaLock();
    }

    EngineOptions options() {
        return options;
    }

    ConnectionSource source() {
        return pool.source();
    }

    Logger log() {
        return log;
    }

    Observers observers() {
        return pool.observers();
    }

    KnownServer known() {
        return pool.known();
    }

    SqlLanguage language() {
        return known().language();
    }

    /** A JDBC connection; the first one tells what the server is. */
    java.sql.Connection borrow() throws SQLException {
        return known().borrow();
    }
}
