package dev.azoth.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.JdbcTarget;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a HikariCP pool, which is made with the first connection: an engine alone connects to nothing.
 *
 * <p>The first connection is made in the caller's thread and fails at once, so that a wrong password is not retried until a timeout. Only where the
 * database says that another was in the way is it made again, until that timeout: SQLite says so when several prepare a new file at once, and of
 * this no waiting for locks relieves it. Connections after the first are the pool's business, which tries as long.
 */
final class PooledSource implements ConnectionSource {
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(20);

    private final DatabaseUrl url;
    private final Dialect dialect;
    private final JdbcTarget target;
    private final EngineOptions options;
    private final Observers observers;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HikariDataSource pool;
    private volatile boolean closed;

    PooledSource(DatabaseUrl url, Dialect dialect, EngineOptions options, Observers observers) {
        this.url = url;
        this.dialect = dialect;
        this.target = dialect.target(url);
        this.options = options;
        this.observers = observers;
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
        HikariConfig config = new HikariConfig();
        config.setDataSource(OpenedConnections.of(url, dialect, target, options, observers));
        config.setPoolName("azoth-" + url.scheme());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(options.poolSize());
        // with none, the pool would close the connection that it begins with
        config.setMinimumIdle(Math.max(1, options.idleConnections()));
        config.setIdleTimeout(options.idleTimeout().toMillis());
        config.setMaxLifetime(options.maxLifetime().toMillis());
        config.setLeakDetectionThreshold(options.leakDetection().toMillis());
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
        long began = System.nanoTime();
        while (true) {
            try {
                HikariDataSource made = connected(config);
                if (target.sharing() == JdbcTarget.Sharing.POOL) {
                    made.getHikariConfigMXBean().setMinimumIdle(options.idleConnections());
                }
                return made;
            } catch (SQLException e) {
                boolean late =
                        System.nanoTime() - began > options.connectTimeout().toNanos();
                if (late || dialect.error(e).kind() != ErrorKind.CONFLICT) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT));
            }
        }
    }

    /** The pool with its first connection; what the driver said if there is none. */
    private static HikariDataSource connected(HikariConfig config) throws SQLException {
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

    @Override
    public void discard(Connection connection) {
        HikariDataSource open = pool;
        if (open != null) {
            open.evictConnection(connection);
        }
    }

    @Override
    public Optional<PoolStatus> status() {
        HikariDataSource open = pool;
        if (open == null || open.isClosed()) {
            return Optional.of(new PoolStatus(options.poolSize(), 0, 0, 0, 0));
        }
        HikariPoolMXBean now = open.getHikariPoolMXBean();
        return Optional.of(new PoolStatus(
                options.poolSize(),
                now.getTotalConnections(),
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection()));
    }

    @Override
    public void replaceIdle() {
        HikariDataSource open = pool;
        if (open != null) {
            open.getHikariPoolMXBean().softEvictConnections();
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
