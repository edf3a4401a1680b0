package dev.azoth.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Where an engine gets its JDBC connections from. */
interface ConnectionSource extends AutoCloseable {
    /** A connection, with autocommit off. */
    Connection borrow() throws SQLException;

    /** The rows as the driver gives them, without what the source puts around them: they are read value by value. */
    default ResultSet direct(ResultSet rows) throws SQLException {
        return rows;
    }

    /** Takes back a connection that is dead; it must not be lent again. */
    void discard(Connection connection);

    /** How many connections there are; empty where a caller's pool alone knows. */
    default Optional<PoolStatus> status() {
        return Optional.empty();
    }

    /** Closes the connections that nobody uses, and the others when they come back. A caller's pool is left alone. */
    default void replaceIdle() {}

    @Override
    void close();
}
