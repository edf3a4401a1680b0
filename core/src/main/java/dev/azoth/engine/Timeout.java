package dev.azoth.engine;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels a statement when the database takes too long to answer.
 *
 * <p>JDBC's own {@code setQueryTimeout} counts whole seconds, and drivers differ in what it does: SQLite's takes it for the wait for a lock, H2's keeps it
 * for the statements after. All cancel from another thread. A new connection may be needed for that, so each is cancelled in a thread of its own.
 */
final class Timeout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.azoth.engine");
    private static final ScheduledThreadPoolExecutor TIMER = timer();
    private static final ExecutorService CANCELLING = Executors.newCachedThreadPool(Timeout::daemon);

    private final Statement statement;
    private final Duration time;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Future<?> watch;
    private long deadline;
    private boolean waiting;
    private boolean fired;

    private Timeout(Statement statement, Duration time) {
        this.statement = statement;
        this.time = time;
    }

    /** The timeout of a statement; null if it has none. */
    static @Nullable Timeout of(Statement statement, ExecutionOptions options) {
        return options.timeout().map(time -> new Timeout(statement, time)).orElse(null);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Timeout::daemon);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "azoth-timeout");
        thread.setDaemon(true);
        return thread;
    }

    /** Something that the database is waited for in. */
    interface Call<R> {
        R run() throws SQLException;
    }

    /**
     * Waits for the database.
     *
     * @param timeout null for as long as it takes
     * @throws Exceeded if that took too long; a cancelling that has begun is waited for, so that it cannot meet the next statement
     */
    static <R> R limited(@Nullable Timeout timeout, Call<R> call) throws SQLException {
        return timeout == null ? call.run() : timeout.limited(call);
    }

    private <R> R limited(Call<R> call) throws SQLException {
        begin();
        R result;
        try {
            result = call.run();
        } catch (SQLException e) {
            throw end() ? tooLong(e) : e;
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
        if (end()) {
            throw tooLong(null);
        }
        return result;
    }

    private void begin() {
        lock.lock();
        try {
            waiting = true;
            deadline = System.nanoTime() + time.toNanos();
            if (watch == null) {
                watch(time.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }

    private void watch(long nanoseconds) {
        watch = TIMER.schedule(() -> CANCELLING.execute(this::look), nanoseconds, TimeUnit.NANOSECONDS);
    }

    private boolean end() {
        lock.lock();
        try {
            waiting = false;
            return fired;
        } finally {
            lock.unlock();
        }
    }

    /** Row after row is waited for, and only one look is planned at a time. */
    private void look() {
        lock.lock();
        try {
            watch = null;
            long left = deadline - System.nanoTime();
            if (waiting && left > 0) {
                watch(left);
            } else if (waiting) {
                fired = true;
                statement.cancel();
            }
        } catch (SQLException e) {
            LOG.debug("cancelling a statement failed; it goes on, and is told to have taken too long in the end", e);
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is waited for. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (watch != null) {
                watch.cancel(false);
                watch = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private Exceeded tooLong(@Nullable SQLException cause) {
        return new Exceeded(
                "the statement was cancelled after " + time
                        + ", its timeout: give it more with ExecutionOptions.timeout, or ask for less",
                cause);
    }

    /** A statement took too long. */
    static final class Exceeded extends SQLTimeoutException {
        private static final long serialVersionUID = 1L;

        private Exceeded(String message, @Nullable SQLException cause) {
            super(message, cause);
        }
    }
}
