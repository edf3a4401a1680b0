package dev.azoth.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.OperationalException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a HikariCP pool, which is made with the first connection: an engine alone connects to nothing.
 *
 * <p>The first connection is made in the caller's thread and fails at once, so that a wrong password is not retried until a timeout.
 */
final class PooledSource implements ConnectionSource {
    private final DatabaseUrl url;
    private final JdbcTarget target;
    private final EngineOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HikariDataSource pool;
    private volatile boolean closed;

    PooledSource(DatabaseUrl url, JdbcTarget target, EngineOptions options) {
        this.url = url;
        this.target = target;
        this.options = options;
    }

    @Override
    public Connection borrow() throws SQLException {
        HikariDataSource open = pool;
        return (open != null && !closed ? open : open()).getConnection();
    }

    @Override
    public ResultSet direct(ResultSet rows) throws SQLException {
        return rows.unwrap(ResultSet.class);
    }

    private HikariDataSource open() throws SQLException {
        lock.lock();
        try {
            if (closed) {
                throw new InvalidRequestException("the engine of " + url + " is closed");
            }
            HikariDataSource open = pool;
            if (open == null) {
                open = create();
                pool = open;
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    private HikariDataSource create() throws SQLException {
        checkDriver();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(target.jdbcUrl());
        config.setDriverClassName(target.driverClass());
        target.properties().forEach(config::addDataSourceProperty);
        config.setPoolName("azoth-" + url.scheme());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(options.poolSize());
        config.setMinimumIdle(target.sharing() == JdbcTarget.Sharing.KEPT_ALIVE_POOL ? 1 : 0);
        if (target.sharing() == JdbcTarget.Sharing.KEPT_ALIVE_POOL) {
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
        }
        config.setConnectionTimeout(options.connectTimeout().toMillis());
        config.setInitializationFailTimeout(1);
        config.setExceptionOverride(new StillAlive());
        if (!target.afterConnect().isEmpty()) {
            config.setConnectionInitSql(target.afterConnect());
        }
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException driver) {
                    throw driver;
                }
            }
            throw e;
        }
    }

    /** The pool takes a feature that the server lacks for a sign of a broken connection, and would end the transaction with it. */
    private static final class StillAlive implements SQLExceptionOverride {
        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException e) {
            return "0A000".equals(e.getSQLState())
                    ? SQLExceptionOverride.Override.DO_NOT_EVICT
                    : SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
    }

    private void checkDriver() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (ClassLoader loader : new ClassLoader[] {context, PooledSource.class.getClassLoader()}) {
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
    public void discard(Connection connection) {
        HikariDataSource open = pool;
        if (open != null) {
            open.evictConnection(connection);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            HikariDataSource open = pool;
            if (open != null) {
                open.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
