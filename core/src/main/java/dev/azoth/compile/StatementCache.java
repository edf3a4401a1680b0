package dev.azoth.compile;

import dev.azoth.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The compiled forms of the statements run last, by their structure. Safe for many threads.
 *
 * <p>A lock guards the least-recently-used order; it is held for a look-up, never while a statement is compiled. It is no
 * {@code synchronized} block, which would pin a virtual thread.
 */
public final class StatementCache {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, CompiledStatement> statements;
    private long hits;
    private long misses;

    /**
     * A cache.
     *
     * @param size the most statements kept; 0 to keep none
     */
    public StatementCache(int size) {
        statements = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, CompiledStatement> eldest) {
                return size() > size;
            }
        };
    }

    /** A statement's compiled form, and whether it was there. */
    public record Found(CompiledStatement statement, boolean cached) {
        /** The columns of the result, with what the statement that was looked up selects. */
        public List<ResultColumn<?>> columns(Statement<?> lookedUp) {
            return cached ? statement.columns(lookedUp) : statement.columns();
        }
    }

    /** The compiled form of a key, made when it is not there. */
    public Found get(Object key, Supplier<CompiledStatement> compile) {
        lock.lock();
        try {
            CompiledStatement known = statements.get(key);
            if (known != null) {
                hits++;
                return new Found(known, true);
            }
            misses++;
        } finally {
            lock.unlock();
        }
        CompiledStatement compiled = compile.get();
        lock.lock();
        try {
            statements.put(key, compiled);
        } finally {
            lock.unlock();
        }
        return new Found(compiled, false);
    }

    /** Forgets all. */
    public void clear() {
        lock.lock();
        try {
            statements.clear();
        } finally {
            lock.unlock();
        }
    }

    /** How the cache was used so far. */
    public Statistics statistics() {
        lock.lock();
        try {
            return new Statistics(statements.size(), hits, misses);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How a cache was used.
     *
     * @param size   the statements in it
     * @param hits   the look-ups that found one
     * @param misses the look-ups that did not
     */
    public record Statistics(int size, long hits, long misses) {
        /** The part of look-ups that found one; 0 before the first. */
        public double hitRatio() {
            return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
        }
    }
}
