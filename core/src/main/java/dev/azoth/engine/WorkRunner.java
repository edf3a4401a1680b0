package dev.azoth.engine;

import java.util.function.Consumer;
import java.util.function.Function;

/** Work done in a transaction of its own, as an {@link Engine} offers it. */
abstract class WorkRunner {
    WorkRunner() {}

    /** A connection; to be closed. It takes a JDBC connection from the pool with its first statement. */
    public abstract Connection connect();

    /** Does some work in a transaction, which is kept when the work ends and undone when it throws. */
    public void begin(Consumer<Connection> work) {
        transaction(connection -> {
            work.accept(connection);
            return true;
        });
    }

    /** Does some work in a transaction and gives what it gives; kept when the work ends and undone when it throws. */
    public <R> R transaction(Function<Connection, R> work) {
        try (Connection connection = connect()) {
            R result = work.apply(connection);
            connection.commit();
            return result;
        }
    }

    /**
     * Does some work in a transaction, and does it again from the start when the database says that it lost against another transaction:
     * after a serialization failure or a deadlock. Waits a little longer each time, by chance, so that two do not meet again.
     *
     * <p>Work that committed something itself before it lost is not done again.
     *
     * @param attempts how often at the most, at least 1; the last failure is thrown
     * @param work     must be harmless to repeat in what it does outside the database; an exception of its own counts as the database's if that is its cause
     */
    public <R> R retrying(int attempts, Function<Connection, R> work) {
        return new Retry(attempts).run(() -> {
            try (Connection connection = connect()) {
                try {
                    R result = work.apply(connection);
                    connection.commit();
                    return result;
                } catch (RuntimeException e) {
                    throw connection.hasKept() ? new Retry.Final(e) : e;
                }
            }
        });
    }
}
