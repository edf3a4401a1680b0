package dev.azoth.testing;

import dev.azoth.engine.Engine;
import dev.azoth.sql.Statement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database that a test class runs on: empty at first, of that class alone, and gone afterwards.
 *
 * <p>A test of an {@link EveryDatabase} class gets it as a parameter, as do its constructor, {@link PrepareDatabase} methods, and those run before and after each test. It is the same one for all
 * tests of a class, which therefore name their tables apart or drop them.
 */
public final class Database implements AutoCloseable {
    private final String name;
    private final String url;
    private final String jdbcUrl;
    private final Runnable drop;
    private final StatementCounter statements = new StatementCounter();
    private @Nullable Engine engine;
    private @Nullable Set<Capability> lacking;

    /**
     * For a {@link TestDatabase}, which makes these.
     *
     * @param name the name of the dialect
     * @param url where the database is, as {@code Engine.create} wants it
     * @param jdbcUrl the same for {@link DriverManager}, user and password included
     * @param drop removes the database
     */
    public Database(String name, String url, String jdbcUrl, Runnable drop) {
        this.name = name;
        this.url = url;
        this.jdbcUrl = jdbcUrl;
        this.drop = drop;
    }

    /**
     * The name of the dialect, as in {@link OnDatabase}.
     *
     * @return for example {@code postgresql}
     */
    public String name() {
        return name;
    }

    /**
     * Whether its dialect has something that not every database can do: for a test that says what happens either way. A test of the thing itself {@link Requires} it.
     *
     * @param capability what may be lacking
     * @return whether it is not {@linkplain TestDatabase#lacking lacking}
     */
    public boolean has(Capability capability) {
        return !lacking().contains(capability);
    }

    /** What is declared to be lacking on the server that is there. */
    synchronized Set<Capability> lacking() {
        if (lacking == null) {
            lacking = KnownDatabases.get().lacking(name, engine().server());
        }
        return lacking;
    }

    /**
     * The URL for {@code Engine.create}.
     *
     * @return a URL that leads to this database alone
     */
    public String url() {
        return url;
    }

    /**
     * Opens a JDBC connection that Azoth has no part in, to prepare what a test needs or to look at what it did.
     *
     * @return a new connection, for the caller to close
     * @throws SQLException if the driver cannot connect
     */
    public Connection jdbc() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }

    /**
     * An engine on this database, made with the first call.
     *
     * @return the same engine each time, which is closed with the database
     */
    public synchronized Engine engine() {
        if (engine == null) {
            engine = Engine.create(url, options -> options.listener(statements));
        }
        return engine;
    }

    /**
     * The statements that {@link #engine} sends.
     *
     * @return a counter, which also has those of the tests before
     */
    public StatementCounter statements() {
        return statements;
    }

    /**
     * Runs a statement in a transaction of its own, which is undone.
     *
     * @param <T> what a row of the statement yields
     * @param statement the statement
     * @return its rows
     */
    public <T> List<T> all(Statement<T> statement) {
        try (dev.azoth.engine.Connection connection = engine().connect()) {
            return connection.execute(statement).all();
        }
    }

    /**
     * Begins to say what a statement should be on this database.
     *
     * @param <T> what a row of the statement yields
     * @param statement the statement
     * @return what can be said
     * @throws dev.azoth.CompileException if the dialect lacks something in it
     */
    public <T> Expectation<T> expect(Statement<T> statement) {
        return new Expectation<>(this, statement);
    }

    /** Removes the database. The one who made it does this; a test has no need to. */
    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
        }
        drop.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
