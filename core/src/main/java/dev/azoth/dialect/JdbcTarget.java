package dev.azoth.dialect;

import java.util.Map;

/**
 * How a URL is connected to through JDBC.
 *
 * @param jdbcUrl     the driver's URL, without user and password
 * @param driverClass the driver's class, loaded by name so that its absence can be explained
 * @param artifact    the driver's Maven coordinates, for that explanation
 * @param properties  the driver's properties, with user and password where they are given
 * @param sharing     how connections are shared
 * @param afterConnect a statement run on each new connection, or empty
 */
public record JdbcTarget(
        String jdbcUrl,
        String driverClass,
        String artifact,
        Map<String, String> properties,
        Sharing sharing,
        String afterConnect) {
    /** Takes an immutable copy. */
    public JdbcTarget {
        properties = Map.copyOf(properties);
    }

    /** How connections are shared. */
    public enum Sharing {
        /** A pool: the database is a server, or a file that many connections may use. */
        POOL,
        /** A pool that keeps one connection until the end, since the database lives in memory as long as one is open. */
        KEPT_ALIVE_POOL
    }
}
