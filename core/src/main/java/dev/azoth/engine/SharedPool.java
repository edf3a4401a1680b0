package dev.azoth.engine;

import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.Dialects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What all engines over one pool have in common: the connections, what is known of the server, and those who listen. Safe for any number of
 * threads.
 */
final class SharedPool {
    private final String name;
    private final ConnectionSource source;
    private final Observers observers;
    private final KnownServer known;
    private final ReentrantLock schemaLock = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();

    private SharedPool(
            String name,
            ConnectionSource source,
            @Nullable Dialect dialect,
            EngineOptions options,
            Observers observers) {
        this.name = name;
        this.source = source;
        this.observers = observers;
        this.known = new KnownServer(source, dialect, options::cache, options.fromLint(), observers);
    }

    /** A pool of its own, or none, as the options say. */
    static SharedPool of(DatabaseUrl url, EngineOptions options) {
        Dialect dialect = options.dialect().orElseGet(() -> Dialects.of(url));
        Observers observers = options.observers();
        ConnectionSource source = options.isPooled()
                ? new PooledSource(url, dialect, options, observers)
                : new UnpooledSource(url, dialect, options, observers);
        return new SharedPool(url.toString(), source, dialect, options, observers);
    }

    /** The caller's pool. */
    static SharedPool of(DataSource dataSource, EngineOptions options) {
        return new SharedPool(
                "a DataSource",
                new CallerSource(dataSource),
                options.dialect().orElse(null),
                options,
                options.observers());
    }

    ConnectionSource source() {
        return source;
    }

    Observers observers() {
        return observers;
    }

    KnownServer known() {
        return known;
    }

    /** Held by who changes the schema of a database that has no lock for that. */
    ReentrantLock schemaLock() {
        return schemaLock;
    }

    /** Does nothing the second time. */
    void close() {
        if (!closed.getAndSet(true)) {
            source.close();
            observers.closed();
        }
    }

    /** Where the database is, without a password. */
    @Override
    public String toString() {
        return name;
    }
}
