package dev.azoth.compile;

import dev.azoth.sql.Statement;
import java.util.Iterator;
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
    private final Map<Object, CompiledStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
    private final int mostStatements;
    private final long mostBytes;
    private long bytes;
    private long hits;
    private long misses;
    private long evictions;

    /**
     * A cache. Whichever limit is reached first makes those that were used longest ago go.
     *
     * @param size  the most statements kept; 0 to keep none
     * @param bytes the most memory that they take, by {@linkplain CompiledStatement#bytes() their estimate}; a statement that is larger alone is not kept
     */
    public StatementCache(int size, long bytes) {
        mostStatements = size;
        mostBytes = bytes;
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
        if (compiled.bytes() > mostBytes) { // it would make all others go, and then itself
            return new Found(compiled, false);
        }
        lock.lock();
        try {
            CompiledStatement replaced = statements.put(key, compiled);
            bytes += compiled.bytes() - (replaced == null ? 0 : replaced.bytes());
            makeRoom();
        } finally {
            lock.unlock();
        }
        return new Found(compiled, false);
    }

    private void makeRoom() {
        Iterator<CompiledStatement> eldest = statements.values().iterator();
        while (statements.size() > mostStatements || bytes > mostBytes) {
            bytes -= eldest.next().bytes();
            eldest.remove();
            evictions++;
        }
    }

    /** Forgets all. */
    public void clear() {
        lock.lock();
        try {
            statements.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }

    /** How the cache was used so far. */
    public Statistics statistics() {
        lock.lock();
        try {
            return new Statistics(statements.size(), bytes, hits, misses, evictions);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How a cache was used.
     *
     * @param size      the statements in it
     * @param bytes     about how much memory they take
     * @param hits      the look-ups that found one
     * @param misses    the look-ups that did not
     * @param evictions the statements that made room for others
     */
    public record Statistics(int size, long bytes, long hits, long misses, long evictions) {
        /** The part of look-ups that found one; 0 before the first. */
        public double hitRatio() {
            return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
        }
    }
}
