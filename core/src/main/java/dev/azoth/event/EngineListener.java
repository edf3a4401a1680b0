package dev.azoth.event;

import dev.azoth.DatabaseException;
import dev.azoth.sql.Statement;

/**
 * Is told what an engine does, and may have a word in it. Called in the thread that does it, so it should be quick; it must be safe for many
 * threads.
 *
 * <p>Register it with {@code Engine.create(url, o -> o.listener(listener))} or {@code engine.listen(listener)}. Listeners are called in the order of
 * their registration. An exception thrown from one reaches the caller; of what has failed already it is the suppressed one.
 */
public interface EngineListener {
    /**
     * A statement is about to be compiled and run.
     *
     * @return the statement that runs: this one, or another with the same kind of rows
     */
    default <T> Statement<T> executing(Statement<T> statement) {
        return statement;
    }

    /**
     * SQL text is about to be sent.
     *
     * @return the text that is sent: this one, or one with a comment that names its origin, say. The places of its parameters must stay
     */
    default String sending(String sql) {
        return sql;
    }

    /** A statement ran, or failed. */
    default void statement(StatementEvent event) {}

    /**
     * The database refused something.
     *
     * @return the exception that is thrown: this one, or one of the program's own, which should have this one as its cause
     */
    default RuntimeException failed(DatabaseException failure) {
        return failure;
    }

    /** The server was asked what it is, with the first connection. */
    default void connected(String server) {}

    /** A JDBC connection was opened, taken from the pool, or given back. */
    default void connection(ConnectionEvent event) {}

    /** Tables are about to be created or dropped by {@code createAll} or {@code dropAll}, or were; not told if there is none to be. */
    default void schema(SchemaEvent event) {}

    /** The engine was closed. */
    default void closed() {}

    /** A transaction began, ended, or met a savepoint. */
    default void transaction(TransactionEvent event) {}
}
