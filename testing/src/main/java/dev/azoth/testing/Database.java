package dev.azoth.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

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

    /** Removes the database. The one who made it does this; a test has no need to. */
    @Override
    public void close() {
        drop.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
