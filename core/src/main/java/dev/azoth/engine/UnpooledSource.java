package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.JdbcTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.LoggerFactory;

/** Connections that are opened when they are needed and closed after. */
final class UnpooledSource implements ConnectionSource {
    private final DatabaseUrl url;
    private final Dialect dialect;
    private final JdbcTarget target;
    private final EngineOptions options;
    private final Observers observers;
    private volatile boolean closed;

    UnpooledSource(DatabaseUrl url, Dialect dialect, EngineOptions options, Observers observers) {
        this.url = url;
        this.dialect = dialect;
        this.target = dialect.target(url);
        this.options = options;
        this.observers = observers;
        if (target.sharing() == JdbcTarget.Sharing.KEPT_ALIVE_POOL) {
            throw new InvalidRequestException(
                    "the database " + url + " is in memory and ends with its last connection: it needs a pool");
        }
    }

    @Override
    public Connection borrow() throws SQLException {
        if (closed) {
            throw new InvalidRequestException("the engine of " + url + " is closed");
        }
        Connection connection =
                OpenedConnections.of(url, dialect, target, options, observers).getConnection();
        try {
            if (!target.afterConnect().isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(target.afterConnect());
                }
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException e) {
            discard(connection);
            throw e;
        }
    }

    @Override
    public void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyDead) {
            LoggerFactory.getLogger(UnpooledSource.class).debug("closing a dead connection", alreadyDead);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
