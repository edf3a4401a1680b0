package dev.azoth.testing;

/**
 * Somewhere to run tests: a database product that can give out empty databases.
 *
 * <p>Found through {@link java.util.ServiceLoader}. Those for SQLite, H2, DuckDB, PostgreSQL, MariaDB and MySQL come with this module; a dialect of
 * somebody else brings its own in the same way, and {@link EveryDatabase} then includes it. For a product that is a server,
 * {@link dev.azoth.testing.server.DatabaseServer} does most of the work.
 *
 * <p>One instance serves the whole run, and is called from several threads.
 */
public interface TestDatabase {
    /**
     * The name by which {@link OnDatabase} and {@code azoth.databases} mean this database: that of its dialect.
     *
     * @return a name in lower case
     */
    String name();

    /** Starts what {@link #create} will need. Called ahead, in a thread of its own, so that servers start side by side. */
    default void prepare() {}

    /**
     * Creates a database of its own for one run of one test class.
     *
     * @return an empty database, which vanishes when it is closed
     * @throws DatabaseUnavailableException if there is none to be had here
     */
    Database create();
}
