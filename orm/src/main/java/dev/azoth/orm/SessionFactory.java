package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.Registration;
import dev.azoth.orm.session.JoinedConnection;
import dev.azoth.orm.session.Routes;
import dev.azoth.orm.session.SequenceBlocks;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Opens sessions on an engine, or on several of which each has some of the entities. One for each database of a program; safe for any number of threads.
 *
 * <pre>{@code
 * SessionFactory sessions = SessionFactory.create(engine, User.class, Address.class);
 * try (Session session = sessions.open()) {
 *     session.add(new User("sandy"));
 *     session.commit();
 * }
 * }</pre>
 */
public final class SessionFactory {
    private final Engine engine;
    private final SessionOptions options;
    private final Routes routes;
    private final SequenceBlocks sequences = new SequenceBlocks();

    private SessionFactory(Engine engine, SessionOptions options) {
        this.engine = engine;
        this.options = options;
        this.routes = options.engines().routes(engine);
    }

    /**
     * Sessions with the defaults of {@link SessionOptions}.
     *
     * @param entities classes to map at once; others are mapped when they are first met
     * @throws dev.azoth.MappingException if classes cannot be mapped, with all that is wrong with any of them
     */
    public static SessionFactory create(Engine engine, Class<?>... entities) {
        return create(engine, options -> options.entities(entities));
    }

    /**
     * Sessions with options.
     *
     * @throws dev.azoth.MappingException if classes cannot be mapped, with all that is wrong with any of them
     */
    public static SessionFactory create(Engine engine, Consumer<SessionOptions> choose) {
        SessionOptions options = new SessionOptions();
        choose.accept(options);
        return new SessionFactory(engine, options.validated());
    }

    /** A session; to be closed. It takes a connection with its first statement. */
    public Session open() {
        return new Session(routes, options, options.listeners(), sequences);
    }

    /**
     * A session with options of its own, besides the factory's: {@code sessions.open(options -> options.criteria(document, document.ownerId.eq(user)))}.
     *
     * @throws dev.azoth.MappingException if classes cannot be mapped, with all that is wrong with any of them
     */
    public Session open(Consumer<SessionOptions> choose) {
        SessionOptions own = options.copy();
        choose.accept(own);
        Routes where =
                own.engines().isSame(options.engines()) ? routes : own.engines().routes(engine);
        Session session = new Session(where, own.validated(), options.listeners(), sequences);
        own.listeners().forEach(session::listen);
        return session;
    }

    /**
     * A factory of sessions that work in the transaction of a connection, each in a savepoint of its own: what they commit is kept if that transaction is. For tests, whose connection is rolled
     * back in the end, whatever the program under test commits.
     *
     * @throws InvalidRequestException if the connection is another engine's
     */
    public SessionFactory joining(Connection connection) {
        return joining(connection, JoinTransactionMode.CREATE_SAVEPOINT);
    }

    /**
     * A factory of sessions that work in the transaction of a connection. They neither close it nor leave it other options than it had. Those with savepoints begin and end within each other, or one
     * after the other; listeners are those that this factory has now.
     *
     * @throws InvalidRequestException if the connection is another engine's
     */
    public SessionFactory joining(Connection connection, JoinTransactionMode mode) {
        if (connection.engine() != engine) {
            throw new InvalidRequestException(
                    "sessions of " + engine + " cannot work in the transaction of a connection of "
                            + connection.engine() + ": create a factory for that engine");
        }
        return new SessionFactory(engine, options.joining(new JoinedConnection(connection, mode)));
    }

    /** Does some work in a session of its own, which is committed when the work ends and rolled back when it throws. */
    public void begin(Consumer<Session> work) {
        transaction(session -> {
            work.accept(session);
            return true;
        });
    }

    /** Does some work in a session of its own and gives what it gives; committed when the work ends, rolled back when it throws. */
    public <R> R transaction(Function<Session, R> work) {
        try (Session session = open()) {
            R result;
            try {
                result = work.apply(session);
                session.commit();
            } catch (Throwable failure) {
                undo(session, failure);
                throw failure;
            }
            return result;
        }
    }

    private static void undo(Session session, Throwable failure) {
        try {
            session.rollback();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Adds a listener to all sessions, those that are open already too, behind the others; what is given back takes it out again.
     *
     * @param listener safe for many threads, if sessions are used by many
     */
    public Registration listen(SessionListener listener) {
        return SessionListeners.add(options.listeners(), listener);
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }
}
