package dev.azoth.engine;

import com.zaxxer.hikari.util.DriverDataSource;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.OperationalException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.event.ConnectionEvent;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Opens connections, and tells of each. */
final class OpenedConnections implements DataSource {
    private final DataSource driver;
    private final DatabaseUrl url;
    private final Dialect dialect;
    private final Observers observers;

    private OpenedConnections(DataSource driver, DatabaseUrl url, Dialect dialect, Observers observers) {
        this.driver = driver;
        this.url = url;
        this.dialect = dialect;
        this.observers = observers;
    }

    static OpenedConnections of(
            DatabaseUrl url, Dialect dialect, JdbcTarget target, EngineOptions options, Observers observers) {
        checkDriver(url, target);
        Properties properties = new Properties();
        properties.putAll(target.properties());
        properties.putAll(options.driverProperties());
        return new OpenedConnections(
                new DriverDataSource(target.jdbcUrl(), target.driverClass(), properties, null, null),
                url,
                dialect,
                observers);
    }

    private static void checkDriver(DatabaseUrl url, JdbcTarget target) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (ClassLoader loader : new ClassLoader[] {context, OpenedConnections.class.getClassLoader()}) {
            try {
                Class.forName(target.driverClass(), false, loader);
                return;
            } catch (ClassNotFoundException notHere) {
                // the other loader may have it; said below if none has
            }
        }
        throw new OperationalException(
                ErrorFields.of(
                        ErrorKind.OPERATIONAL,
                        "the JDBC driver for " + url.scheme() + " (" + target.driverClass()
                                + ") is not on the class path: add " + target.artifact()),
                null,
                null);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return opened(driver.getConnection());
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return opened(driver.getConnection(user, password));
    }

    private SQLException explained(SQLException failure) {
        return dialect.advice(url, failure)
                .map(advice -> new SQLException(
                        failure.getMessage() + "\n  " + advice, failure.getSQLState(), failure.getErrorCode(), failure))
                .orElse(failure);
    }

    private Connection opened(Connection connection) throws SQLException {
        try {
            dialect.opened(connection);
            observers.tell(ConnectionEvent.Kind.OPENED, connection);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            try (connection) {
                throw e;
            }
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.azoth.engine");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver.isWrapperFor(type);
    }
}
