package dev.azoth.engine;

import dev.azoth.compile.StatementCache;
import dev.azoth.dialect.Dialect;
import dev.azoth.event.EngineListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen for an engine.
 *
 * <p>Defaults: no echo; at most 10 connections, made when needed; 30 seconds to wait for one; the database's own isolation level; 500
 * compiled statements kept; parameters in logs cut after 200 characters; no connection kept when idle, each closed after 10 minutes without use and
 * replaced after 30; no reports of leaks.
 *
 * <p>Filled in one thread, by the function given to {@link Engine#create}.
 */
public final class EngineOptions {
    private Echo echo = Echo.OFF;
    private int poolSize = 10;
    private Duration connectTimeout = Duration.ofSeconds(30);
    private @Nullable IsolationLevel isolation;
    private int cacheSize = 500;
    private long cacheBytes = 64L << 20;
    private int parameterLength = 200;
    private boolean readOnly;
    private boolean hidesParameters;
    private boolean pooled = true;
    private @Nullable Dialect dialect;
    private ExecutionOptions execution = ExecutionOptions.NONE;
    private int idleConnections;
    private Duration idleTimeout = Duration.ofMinutes(10);
    private Duration maxLifetime = Duration.ofMinutes(30);
    private Duration leakDetection = Duration.ZERO;
    private final Map<String, String> driverProperties = new LinkedHashMap<>();
    private final List<EngineListener> listeners = new ArrayList<>();

    private FromLint fromLint = FromLint.WARN;

    EngineOptions() {}

    /** The same choices, to be changed without these changing. */
    EngineOptions copy() {
        EngineOptions copy = new EngineOptions();
        copy.echo = echo;
        copy.fromLint = fromLint;
        copy.poolSize = poolSize;
        copy.connectTimeout = connectTimeout;
        copy.isolation = isolation;
        copy.cacheSize = cacheSize;
        copy.cacheBytes = cacheBytes;
        copy.parameterLength = parameterLength;
        copy.readOnly = readOnly;
        copy.hidesParameters = hidesParameters;
        copy.pooled = pooled;
        copy.dialect = dialect;
        copy.execution = execution;
        copy.idleConnections = idleConnections;
        copy.idleTimeout = idleTimeout;
        copy.maxLifetime = maxLifetime;
        copy.leakDetection = leakDetection;
        copy.driverProperties.putAll(driverProperties);
        copy.listeners.addAll(listeners);
        return copy;
    }

    /** Logs statements with their parameters, or does not. */
    public EngineOptions echo(boolean on) {
        return echo(on ? Echo.PARAMETERS : Echo.OFF);
    }

    /** Says what the log has of statements. */
    public EngineOptions echo(Echo what) {
        echo = what;
        return this;
    }

    /** What happens when a query pairs all rows of tables that no condition connects; a warning, if nothing is said. */
    public EngineOptions fromLint(FromLint lint) {
        fromLint = lint;
        return this;
    }

    FromLint fromLint() {
        return fromLint;
    }

    /** The most connections at a time. */
    public EngineOptions poolSize(int connections) {
        poolSize = connections;
        return this;
    }

    /** The longest wait for a free connection. */
    public EngineOptions connectTimeout(Duration time) {
        connectTimeout = time;
        return this;
    }

    /** How many connections are kept open though nobody uses them. */
    public EngineOptions idleConnections(int connections) {
        idleConnections = connections;
        return this;
    }

    /** After what time a connection that nobody uses is closed, beyond those that are kept; at least 10 seconds. */
    public EngineOptions idleTimeout(Duration time) {
        idleTimeout = time;
        return this;
    }

    /** The age at which a connection is replaced, when nobody uses it; at least 30 seconds, and below the time after which the server ends it. */
    public EngineOptions maxLifetime(Duration time) {
        maxLifetime = time;
        return this;
    }

    /** After what time a connection that was not closed is reported in the log, with the place that took it; at least 2 seconds, zero for never. */
    public EngineOptions leakDetection(Duration time) {
        leakDetection = time;
        return this;
    }

    /** A property of the JDBC driver; it has the last word over the URL's. */
    public EngineOptions driverProperty(String name, String value) {
        driverProperties.put(name, value);
        return this;
    }

    /** Whether connections that do not say otherwise refuse to change anything; see {@link Connection#readOnly(boolean)}. */
    public EngineOptions readOnly(boolean on) {
        readOnly = on;
        return this;
    }

    /** How statements run: with a timeout, say. Connections and statements may choose otherwise. */
    public EngineOptions execution(UnaryOperator<ExecutionOptions> choose) {
        execution = choose.apply(execution);
        return this;
    }

    /** The isolation level of every connection that does not say another. */
    public EngineOptions isolation(IsolationLevel level) {
        isolation = level;
        return this;
    }

    /** The most compiled statements kept; 0 keeps none. 500, if nothing is said. */
    public EngineOptions cacheSize(int statements) {
        cacheSize = statements;
        return this;
    }

    /**
     * About the most memory that compiled statements take, in bytes; 64 MiB, if nothing is said. A statement that inserts thousands of rows takes megabytes, a query some hundred bytes.
     */
    public EngineOptions cacheBytes(long bytes) {
        cacheBytes = bytes;
        return this;
    }

    /** After how many characters a parameter is cut in logs and messages. */
    public EngineOptions parameterLength(int characters) {
        parameterLength = characters;
        return this;
    }

    /** Whether the values of statements are in no log, no event and no message, whatever their columns say. */
    public EngineOptions hideParameters(boolean on) {
        hidesParameters = on;
        return this;
    }

    /**
     * Whether connections are kept for the next who needs one; else each is opened when it is needed and closed after, for a server that pools them, or a
     * program that connects once. A database in memory lives in its pool and needs it.
     */
    public EngineOptions pooled(boolean on) {
        pooled = on;
        return this;
    }

    /** The dialect, whatever the URL says: one that is no service, or another for a server that speaks as that one does. */
    public EngineOptions dialect(Dialect spoken) {
        dialect = spoken;
        return this;
    }

    /** Tells a listener what the engine does. */
    public EngineOptions listener(EngineListener listener) {
        listeners.add(listener);
        return this;
    }

    EngineOptions validated() {
        List<String> wrong = new ArrayList<>();
        if (poolSize < 1) {
            wrong.add("poolSize must be at least 1, not " + poolSize);
        }
        if (connectTimeout.toMillis() < 250) {
            wrong.add("connectTimeout must be at least 250 ms, not " + connectTimeout);
        }
        if (cacheSize < 0) {
            wrong.add("cacheSize must not be negative, but is " + cacheSize);
        }
        if (cacheBytes < 0) {
            wrong.add("cacheBytes must not be negative, but is " + cacheBytes);
        }
        if (parameterLength < 1) {
            wrong.add("parameterLength must be at least 1, not " + parameterLength);
        }
        if (idleConnections < 0 || idleConnections > poolSize) {
            wrong.add("idleConnections must be from 0 to poolSize, not " + idleConnections);
        }
        if (idleTimeout.toSeconds() < 10) {
            wrong.add("idleTimeout must be at least 10 s, not " + idleTimeout);
        }
        if (maxLifetime.toSeconds() < 30) {
            wrong.add("maxLifetime must be at least 30 s, not " + maxLifetime);
        }
        if (!leakDetection.isZero() && leakDetection.toSeconds() < 2) {
            wrong.add("leakDetection must be zero or at least 2 s, not " + leakDetection);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("these engine options are wrong:\n  " + String.join("\n  ", wrong));
        }
        return this;
    }

    Echo echo() {
        return echo;
    }

    int poolSize() {
        return poolSize;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    int idleConnections() {
        return idleConnections;
    }

    Duration idleTimeout() {
        return idleTimeout;
    }

    Duration maxLifetime() {
        return maxLifetime;
    }

    Duration leakDetection() {
        return leakDetection;
    }

    Map<String, String> driverProperties() {
        return driverProperties;
    }

    boolean readOnly() {
        return readOnly;
    }

    boolean hidesParameters() {
        return hidesParameters;
    }

    boolean isPooled() {
        return pooled;
    }

    Optional<Dialect> dialect() {
        return Optional.ofNullable(dialect);
    }

    ExecutionOptions execution() {
        return execution;
    }

    /** Whether what belongs to a pool, or is shared with it, is as in others. */
    boolean sharesWith(EngineOptions others) {
        return poolSize == others.poolSize
                && connectTimeout.equals(others.connectTimeout)
                && cacheSize == others.cacheSize
                && cacheBytes == others.cacheBytes
                && idleConnections == others.idleConnections
                && idleTimeout.equals(others.idleTimeout)
                && maxLifetime.equals(others.maxLifetime)
                && leakDetection.equals(others.leakDetection)
                && driverProperties.equals(others.driverProperties)
                && pooled == others.pooled
                && dialect == others.dialect
                && echo == others.echo
                && listeners.equals(others.listeners);
    }

    Optional<IsolationLevel> isolation() {
        return Optional.ofNullable(isolation);
    }

    StatementCache cache() {
        return new StatementCache(cacheSize, cacheBytes);
    }

    int parameterLength() {
        return parameterLength;
    }

    /** The listeners, and the log if it wants to hear. */
    Observers observers() {
        List<EngineListener> all = new ArrayList<>(listeners);
        EchoListener.of(echo).ifPresent(all::add);
        return new Observers(all);
    }
}
