package dev.azoth.orm;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Copies of a database, which are read instead of it: an option of a {@link SessionFactory}.
 *
 * <pre>{@code
 * SessionFactory sessions = SessionFactory.create(primary, options -> options.replicas(Replicas.of(near, far)));
 * }</pre>
 *
 * <p>A transaction reads from one of them; which, is chosen by its first query, one after the other. One that cannot be connected to, or that is not
 * {@linkplain #usableWhen usable}, is passed over with a warning; if that is so with all, the query fails, or goes to the {@linkplain #orPrimary primary}. Immutable, and safe for
 * several threads.
 */
public final class Replicas {
    private final List<Engine> engines;
    private final UnaryOperator<List<Engine>> order;
    private final Predicate<Connection> usable;
    private final boolean orPrimary;

    private Replicas(
            List<Engine> engines, UnaryOperator<List<Engine>> order, Predicate<Connection> usable, boolean orPrimary) {
        this.engines = engines;
        this.order = order;
        this.usable = usable;
        this.orPrimary = orPrimary;
    }

    /**
     * These.
     *
     * @throws IllegalArgumentException if none is given
     */
    public static Replicas of(Engine... engines) {
        if (engines.length == 0) {
            throw new IllegalArgumentException("replicas without an engine: name one, or leave the option out");
        }
        AtomicInteger turn = new AtomicInteger();
        return new Replicas(
                List.of(engines),
                all -> {
                    List<Engine> rotated = new ArrayList<>(all);
                    Collections.rotate(rotated, -Math.floorMod(turn.getAndIncrement(), all.size()));
                    return rotated;
                },
                connection -> true,
                false);
    }

    /**
     * The same in another order than one after the other.
     *
     * @param choice is given all, once a transaction, and gives those that may be read, the best first
     */
    public Replicas choosing(UnaryOperator<List<Engine>> choice) {
        return new Replicas(engines, choice, usable, orPrimary);
    }

    /**
     * The same with a condition for one to be read, asked once a transaction: that it does not lag behind, for example.
     *
     * @param condition is given a connection, and may run queries on it
     */
    public Replicas usableWhen(Predicate<Connection> condition) {
        return new Replicas(engines, order, condition, orPrimary);
    }

    /** The same, with the primary read if no replica can be, which a warning tells. */
    public Replicas orPrimary() {
        return new Replicas(engines, order, usable, true);
    }

    /** Those that a transaction may read, the best first. */
    public List<Engine> chosen() {
        return List.copyOf(order.apply(engines));
    }

    /** Whether one may be read. */
    public boolean isUsable(Connection connection) {
        return usable.test(connection);
    }

    /** Whether the primary is read if none of them can be. */
    public boolean isOrPrimary() {
        return orPrimary;
    }
}
