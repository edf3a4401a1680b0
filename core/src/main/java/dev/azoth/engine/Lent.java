package dev.azoth.engine;

import java.lang.ref.Cleaner;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Connection} has of the pool, to be given back when the connection is forgotten without {@code close()}: it must not refer to
 * the connection.
 *
 * <p>Finding the caller's place takes longer than all else here, so it is looked for only once a connection has been forgotten.
 */
final class Lent implements Runnable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static volatile boolean forgetful;

    private final Engine engine;
    private final String place;
    private Cleaner.@Nullable Cleanable registration;
    private volatile java.sql.@Nullable Connection jdbc;
    private volatile String sql = "none";

    private Lent(Engine engine) {
        this.engine = engine;
        this.place = forgetful
                ? CallSite.find().map(StackTraceElement::toString).orElse("an unknown place")
                : "a place that is looked for from now on";
    }

    static Lent to(Connection connection, Engine engine) {
        Lent lent = new Lent(engine);
        lent.registration = CLEANER.register(connection, lent);
        return lent;
    }

    void holds(java.sql.@Nullable Connection held) {
        jdbc = held;
    }

    void runs(String statement) {
        sql = statement;
    }

    /** The connection was closed, as it should be. */
    void end() {
        jdbc = null;
        if (registration != null) {
            registration.clean();
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
        engine.log()
                .warn(
                        "a connection was forgotten without close(), and goes back to the pool; what it did not commit is undone"
                                + "\n  first used at   {}\n  last statement  {}",
                        place,
                        sql);
        try (forgotten) {
            if (!forgotten.getAutoCommit()) {
                forgotten.rollback();
            }
        } catch (SQLException e) {
            engine.log().debug("giving back a forgotten connection failed", e);
            engine.source().discard(forgotten);
        }
    }
}
