package dev.azoth.testing.server;

import dev.azoth.testing.Database;
import dev.azoth.testing.DatabaseUnavailableException;
import dev.azoth.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A test database that is a server: one server for the whole run, found or started when it is first needed, and on it a database for each test class.
 *
 * <p>A URL in the environment variable {@code AZOTH_TEST_NAME_URL} comes first, then the {@linkplain #image() image} if a Docker engine and Testcontainers are
 * there, then a server on this machine, which needs neither but comes only as PostgreSQL, MariaDB and MySQL, on Linux, as root.
 */
public abstract class DatabaseServer implements TestDatabase {
    private final FutureTask<ServerAddress> server = new FutureTask<>(this::find);

    /** For subclasses. */
    protected DatabaseServer() {}

    /**
     * The image to start where containers can run.
     *
     * @return an image whose user may create and drop databases
     */
    protected abstract Image image();

    /**
     * The URL by which the driver knows an address.
     *
     * @param address a database on the server
     * @return a URL with user and password in it
     */
    protected String jdbcUrl(ServerAddress address) {
        return address.jdbcUrl(name());
    }

    /**
     * Creates a database.
     *
     * @param server a statement on a connection to the server
     * @param database a plain name that is not in use
     * @throws SQLException if the server refuses
     */
    protected void createDatabase(Statement server, String database) throws SQLException {
        server.execute("CREATE DATABASE " + database);
    }

    /**
     * Drops a database, even if a test has left a connection to it open.
     *
     * @param server a statement on a connection to the server
     * @param database its name
     * @throws SQLException if the server refuses
     */
    protected abstract void dropDatabase(Statement server, String database) throws SQLException;

    @Override
    public final void prepare() {
        server.run();
    }

    @Override
    public final Database create() {
        ServerAddress address = address();
        String name = "azoth_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        onServer(address, statement -> createDatabase(statement, name));
        ServerAddress own = address.withDatabase(name);
        return new Database(
                name(),
                own.url(name()),
                jdbcUrl(own),
                () -> onServer(address, statement -> dropDatabase(statement, name)));
    }

    private ServerAddress address() {
        server.run(); // which does nothing from the second time on
        try {
            return server.get();
        } catch (ExecutionException e) {
            // A new exception each time: every class that fails for this reason has its own stack trace.
            Throwable cause = Objects.requireNonNull(e.getCause());
            throw new DatabaseUnavailableException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while " + name() + " was starting", e);
        }
    }

    private ServerAddress find() {
        Attempt.Found found = new ServerSearch(name(), image(), this::jdbcUrl).find();
        System.out.println("Tests on " + name() + " use " + found.address() + ", by " + found.way());
        return found.address();
    }

    private void onServer(ServerAddress address, Work work) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(address));
                Statement statement = connection.createStatement()) {
            work.run(statement);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(name() + " at " + address + ": " + e.getMessage(), e);
        }
    }

    private interface Work {
        void run(Statement statement) throws SQLException;
    }
}
