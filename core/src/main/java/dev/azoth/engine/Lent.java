package dev.azoth.engine;

import dev.azoth.ErrorKind;
import dev.azoth.event.ConnectionEvent;
import java.lang.ref.Cleaner;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The JDBC connection that a {@link Connection} has of the pool, set up as that wants it. It goes back as it came, also when the connection is
 * forgotten without {@code close()}: so it must not refer to the connection.
 *
 * <p>Finding the caller's place takes longer than all else here, so it is looked for only once a connection has been forgotten.
 */
final class Lent implements Runnable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static volatile boolean forgetful;

    private final Engine engine;
    private String place = "a place that is looked for from now on";
    private Cleaner.@Nullable Cleanable registration;
    private @Nullable IsolationLevel isolation;
    private boolean readOnly;
    private int discarded;
    private boolean deferrable;
    private volatile boolean readOnlySet;
    private volatile boolean deferrableSet;
    private volatile java.sql.@Nullable Connection jdbc;
    private volatile String sql = "none";

    Lent(Engine engine) {
        this.engine = engine;
        this.isolation = engine.options().isolation().orElse(null);
        this.readOnly = engine.options().readOnly();
    }

    @Nullable
    IsolationLevel isolation() {
        return isolation;
    }

    boolean isAutocommit() {
        return isolation == IsolationLevel.AUTOCOMMIT;
    }

    void isolation(IsolationLevel level) {
        isolation = level;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    void readOnly(boolean on) {
        readOnly = on;
    }

    void deferrable(boolean on) {
        deferrable = on;
    }

    /** Whether there is a JDBC connection. */
    boolean isTaken() {
        return jdbc != null;
    }

    /** Sets the JDBC connection up as it is wanted now. */
    void configure() throws SQLException {
        configure(held());
    }

    /** How many dead JDBC connections were thrown away. */
    int discarded() {
        return discarded;
    }

    /** The JDBC connection, taken from the pool if there is none. */
    java.sql.Connection taken(Connection by) throws SQLException {
        java.sql.Connection held = jdbc;
        if (held == null) {
            held = borrowed();
            jdbc = held;
            if (registration == null) {
                if (forgetful) {
                    place = CallSite.find().map(StackTraceElement::toString).orElse("an unknown place");
                }
                registration = CLEANER.register(by, this);
            }
        }
        return held;
    }

    /** The JDBC connection that a transaction is in. */
    java.sql.Connection held() {
        return Objects.requireNonNull(jdbc, "a transaction without a connection");
    }

    /** Notes what runs, for a message about a connection that was forgotten. */
    void runs(String statement) {
        sql = statement;
    }

    /** A configured JDBC connection. Setting the isolation level may find it dead; then another is taken, since nothing was done yet. */
    private java.sql.Connection borrowed() throws SQLException {
        java.sql.Connection first = engine.borrow();
        try {
            return configured(first);
        } catch (SQLException e) {
            if (engine.dialect().error(e).kind() != ErrorKind.DISCONNECTED) {
                throw e;
            }
            log().info("a connection of the pool was dead and is replaced: {}", e.getMessage());
        }
        return configured(engine.borrow());
    }

    private java.sql.Connection configured(java.sql.Connection held) throws SQLException {
        try {
            configure(held);
            engine.observers().tell(ConnectionEvent.Kind.BORROWED, held);
            return held;
        } catch (SQLException | RuntimeException e) {
            if (e instanceof SQLException driver
                    && engine.dialect().error(driver).kind() == ErrorKind.DISCONNECTED) {
                engine.source().discard(held);
            }
            giveBack(held);
            throw e;
        }
    }

    private void configure(java.sql.Connection held) throws SQLException {
        if (held.getAutoCommit() != isAutocommit()) {
            held.setAutoCommit(isAutocommit());
        }
        if (readOnly != readOnlySet) {
            engine.dialect().readOnly(held, readOnly);
            readOnlySet = readOnly;
        }
        if (deferrable != deferrableSet) {
            engine.dialect().deferrable(held, deferrable);
            deferrableSet = deferrable;
        }
        if (isolation != null && !isAutocommit() && held.getTransactionIsolation() != isolation.jdbc()) {
            engine.dialect().isolate(held, isolation.jdbc());
        }
    }

    private void giveBack(java.sql.Connection held) {
        try (held) {
            if (readOnlySet) {
                readOnlySet = false;
                engine.dialect().readOnly(held, false);
            }
            if (deferrableSet) {
                deferrableSet = false;
                engine.dialect().deferrable(held, false);
            }
            engine.observers().tell(ConnectionEvent.Kind.RETURNED, held);
        } catch (SQLException e) {
            log().debug("giving back a connection failed", e);
        }
    }

    /** Throws a dead JDBC connection away. */
    void discard() {
        java.sql.Connection held = jdbc;
        jdbc = null;
        if (held != null) {
            discarded++;
            readOnlySet = false;
            deferrableSet = false;
            try {
                engine.observers().tell(ConnectionEvent.Kind.INVALIDATED, held);
            } finally {
                engine.source().discard(held);
                close(held);
            }
        }
    }

    private void close(java.sql.Connection held) {
        try {
            held.close();
        } catch (SQLException e) {
            log().debug("closing a connection that is thrown away failed", e);
        }
    }

    /** Rolls back; a connection that cannot is thrown away when it is given back. */
    void undo() {
        undo(held());
    }

    /** Gives the JDBC connection back. */
    void end() {
        java.sql.Connection held = jdbc;
        jdbc = null;
        if (registration != null) {
            registration.clean();
        }
        if (held != null) {
            giveBack(held);
        }
    }

    private void undo(java.sql.Connection held) {
        try {
            engine.dialect().rollback(held);
        } catch (SQLException e) {
            log().debug("rolling back a connection that is given back failed", e);
            engine.source().discard(held);
        }
    }

    @Override
    public void run() {
        java.sql.Connection forgotten = jdbc;
        jdbc = null;
        if (forgotten == null) {
            return;
        }
        forgetful = true;
        log().warn(
                        "a connection was forgotten without close(), and goes back to the pool; what it did not commit is undone"
                                + "\n  first used at   {}\n  last statement  {}",
                        place,
                        sql);
        if (!isAutocommit()) {
            undo(forgotten);
        }
        giveBack(forgotten);
    }

    private Logger log() {
        return engine.log();
    }
}
