package dev.azoth.engine;

import dev.azoth.event.EngineListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen for an engine.
 *
 * <p>Defaults: no echo; at most 10 connections, made when needed; 30 seconds to wait for one; the database's own isolation level; 500
 * compiled statements kept; parameters in logs cut after 200 characters.
 *
 * <p>Filled in one thread, by the function given to {@link Engine#create}.
 */
public final class EngineOptions {
    private Echo echo = Echo.OFF;
    private int poolSize = 10;
    private Duration connectTimeout = Duration.ofSeconds(30);
    private @Nullable IsolationLevel isolation;
    private int cacheSize = 500;
    private int parameterLength = 200;
    private final List<EngineListener> listeners = new ArrayList<>();

    EngineOptions() {}

    /** Logs statements with their parameters, or does not. */
    public EngineOptions echo(boolean on) {
        return echo(on ? Echo.PARAMETERS : Echo.OFF);
    }

    /** Says what the log has of statements. */
    public EngineOptions echo(Echo what) {
        echo = what;
        return this;
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

    /** The isolation level of every connection that does not say another. */
    public EngineOptions isolation(IsolationLevel level) {
        isolation = level;
        return this;
    }

    /** The most compiled statements kept; 0 keeps none. */
    public EngineOptions cacheSize(int statements) {
        cacheSize = statements;
        return this;
    }

    /** After how many characters a parameter is cut in logs and messages. */
    public EngineOptions parameterLength(int characters) {
        parameterLength = characters;
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
        if (parameterLength < 1) {
            wrong.add("parameterLength must be at least 1, not " + parameterLength);
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

    Optional<IsolationLevel> isolation() {
        return Optional.ofNullable(isolation);
    }

    int cacheSize() {
        return cacheSize;
    }

    int parameterLength() {
        return parameterLength;
    }

    List<EngineListener> listeners() {
        return listeners;
    }
}
