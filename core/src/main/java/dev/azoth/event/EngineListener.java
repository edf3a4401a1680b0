package dev.azoth.event;

/**
 * Is told what an engine does. Called in the thread that does it, so it should be quick; an exception thrown from it reaches the caller.
 *
 * <p>Register it with {@code Engine.create(url, o -> o.listener(listener))}; it must be safe for many threads.
 */
public interface EngineListener {
    /** A statement ran, or failed. */
    default void statement(StatementEvent event) {}

    /** A connection was made; its statements have not begun. */
    default void connected(String server) {}

    /** A transaction began, ended, or met a savepoint. */
    default void transaction(TransactionEvent event) {}
}
