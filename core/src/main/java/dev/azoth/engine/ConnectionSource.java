package dev.azoth.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

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

    @Override
    void close();
}
