package dev.azoth.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** Connections of a {@link DataSource} that the caller owns and closes. */
record CallerSource(DataSource dataSource) implements ConnectionSource {
    @Override
    public Connection borrow() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException | RuntimeException e) {
            discard(connection);
            throw e;
        }
        return connection;
    }

    @Override
    public void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyDead) {
            LoggerFactory.getLogger(CallerSource.class).debug("closing a dead connection", alreadyDead);
        }
    }

    @Override
    public void close() {
        // the caller's pool is the caller's to close
    }
}
