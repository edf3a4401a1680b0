package dev.azoth.orm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Opens sessions over several databases of the same tables, the shards, of which each has some of the rows.
 *
 * <pre>{@code
 * ShardedSessionFactory sessions = ShardedSessionFactory.create(customer -> regionOf(customer))
 *         .shard("east", SessionFactory.create(eastEngine))
 *         .shard("west", SessionFactory.create(westEngine));
 * }</pre>
 *
 * <p>Each shard is a factory with options of its own, such as {@linkplain Replicas replicas}. Immutable, and safe for any number of threads.
 */
public final class ShardedSessionFactory {
    private final ShardChooser chooser;
    private final Map<String, SessionFactory> shards;

    private ShardedSessionFactory(ShardChooser chooser, Map<String, SessionFactory> shards) {
        this.chooser = chooser;
        this.shards = shards;
    }

    /** A factory without shards, which {@link #shard} adds. */
    public static ShardedSessionFactory create(ShardChooser chooser) {
        return new ShardedSessionFactory(chooser, Map.of());
    }

    /**
     * The same with a shard more, behind the others: that is the order of commits, and of results.
     *
     * @throws IllegalArgumentException if there is one of that name
     */
    public ShardedSessionFactory shard(String name, SessionFactory sessions) {
        Map<String, SessionFactory> more = new LinkedHashMap<>(shards);
        if (more.putIfAbsent(name, sessions) != null) {
            throw new IllegalArgumentException("there is a shard " + name + " already");
        }
        return new ShardedSessionFactory(chooser, more);
    }

    /** A session; to be closed. It takes a connection to a shard with the first statement there. */
    public ShardedSession open() {
        return open(options -> {});
    }

    /** A session with options of its own, besides those of the factories. */
    public ShardedSession open(Consumer<SessionOptions> choose) {
        Map<String, Session> sessions = new LinkedHashMap<>();
        shards.forEach((name, factory) -> sessions.put(name, factory.open(choose)));
        return new ShardedSession(chooser, sessions);
    }

    /** Does some work in a session of its own, which is committed when the work ends and rolled back when it throws. */
    public void begin(Consumer<ShardedSession> work) {
        transaction(session -> {
            work.accept(session);
            return true;
        });
    }

    /** Does some work in a session of its own and gives what it gives; committed when the work ends, rolled back when it throws. */
    public <R> R transaction(Function<ShardedSession, R> work) {
        try (ShardedSession session = open()) {
            R result = work.apply(session);
            session.commit();
            return result; // closing undoes what is not committed
        }
    }
}
