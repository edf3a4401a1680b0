package dev.azoth.engine;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.event.ConnectionEvent;
import dev.azoth.event.EngineListener;
import dev.azoth.event.SchemaEvent;
import dev.azoth.event.StatementEvent;
import dev.azoth.event.TransactionEvent;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Those who listen to an engine, or to it and one of its connections. Without any, asking {@link #isEmpty} is all that it costs. */
final class Observers {
    private final @Nullable Observers wider;
    private final List<EngineListener> listeners;

    Observers(List<EngineListener> listeners) {
        this(null, listeners);
    }

    private Observers(@Nullable Observers wider, List<EngineListener> listeners) {
        this.wider = wider;
        this.listeners = new CopyOnWriteArrayList<>(listeners);
    }

    /** The same, and behind them those of one connection. */
    Observers narrower() {
        return new Observers(this, List.of());
    }

    boolean isEmpty() {
        return listeners.isEmpty() && (wider == null || wider.isEmpty());
    }

    /** Adds one behind all others; what is given back takes it out again, one of two of the same. */
    Registration add(EngineListener listener) {
        listeners.add(listener);
        AtomicBoolean there = new AtomicBoolean(true);
        return () -> {
            if (there.getAndSet(false)) {
                listeners.remove(listener);
            }
        };
    }

    <T> Statement<T> executing(Statement<T> statement) {
        Statement<T> now = wider == null ? statement : wider.executing(statement);
        for (EngineListener each : listeners) {
            now = each.executing(now);
        }
        return now;
    }

    <T> Insert<T> executingInsert(Insert<T> insert) {
        Statement<T> now = executing(insert);
        if (now instanceof Insert<T> still) {
            return still;
        }
        throw replaced("many rows are inserted by an insert", now);
    }

    Dml<?> executingBatch(Dml<?> statement) {
        Statement<?> now = executing(statement);
        if (now instanceof Dml<?> still) {
            return still;
        }
        throw replaced("a batch changes rows", now);
    }

    private static InvalidRequestException replaced(String wanted, Statement<?> now) {
        return new InvalidRequestException(
                wanted + ", and a listener replaced it by a " + now.getClass().getSimpleName());
    }

    String sending(String sql) {
        String now = wider == null ? sql : wider.sending(sql);
        for (EngineListener each : listeners) {
            now = each.sending(now);
        }
        return now;
    }

    void tell(StatementEvent event) {
        each(listener -> tell(listener, event));
    }

    /** What has failed is thrown in any case. */
    private static void tell(EngineListener listener, StatementEvent event) {
        try {
            listener.statement(event);
        } catch (RuntimeException e) {
            RuntimeException failure = event.failure().orElseThrow(() -> e);
            failure.addSuppressed(e);
        }
    }

    /** The exception to be thrown for a failure. */
    RuntimeException failed(RuntimeException failure) {
        RuntimeException now = wider == null ? failure : wider.failed(failure);
        for (EngineListener each : listeners) {
            if (now instanceof DatabaseException database) {
                now = each.failed(database);
            }
        }
        return now;
    }

    void connected(String server) {
        each(listener -> listener.connected(server));
    }

    void tell(ConnectionEvent.Kind kind, java.sql.Connection jdbc) {
        if (!isEmpty()) {
            ConnectionEvent event = new ConnectionEvent(kind, jdbc);
            each(listener -> listener.connection(event));
        }
    }

    void tell(SchemaEvent event) {
        each(listener -> listener.schema(event));
    }

    void closed() {
        each(EngineListener::closed);
    }

    void tell(TransactionEvent event) {
        each(listener -> listener.transaction(event));
    }

    private void each(Consumer<EngineListener> told) {
        if (wider != null) {
            wider.each(told);
        }
        listeners.forEach(told);
    }
}
