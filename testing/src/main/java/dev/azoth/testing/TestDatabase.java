package dev.azoth.testing;

import dev.azoth.type.ServerInfo;
import java.util.Set;

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
     * What its dialect refuses, since the database has nothing of the kind. The suite shows that it is all and not more.
     *
     * @param server the server that tests run on, by whose version more or less is there
     * @return what tests that {@linkplain Requires require} it find refused
     */
    default Set<Capability> lacking(ServerInfo server) {
        return Set.of();
    }

    /**
     * Creates a database of its own for one run of one test class.
     *
     * @return an empty database, which vanishes when it is closed
     * @throws DatabaseUnavailableException if there is none to be had here
     */
    Database create();
}
