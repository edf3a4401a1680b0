package dev.azoth.testing.server;

import dev.azoth.testing.Database;
import dev.azoth.testing.DatabaseUnavailableException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real PgBouncer in front of the PostgreSQL that tests run on, which gives a server connection to a client for one transaction alone, as hosts' poolers do. Its two connections to the server are shared by all
 * clients.
 *
 * <p>It is started when it is first asked for, by {@code servers.sh}, which needs Linux and root, and stops with this JVM.
 */
public final class TransactionPooler {
    private static final Map<String, ServerAddress> RUNNING = new ConcurrentHashMap<>();

    private TransactionPooler() {}

    /**
     * A test's database through the pooler.
     *
     * @param database   one on PostgreSQL
     * @param statements how many prepared statements of a client it keeps, as {@code max_prepared_statements} says; 0 for none, as PgBouncer before 1.21 and most hosts'
     *     poolers do
     * @return the URL for {@code Engine.create}
     * @throws DatabaseUnavailableException if there is no pooler to be had here, saying why
     */
    public static String url(Database database, int statements) {
        ServerAddress server = ServerAddress.parse(database.url());
        return RUNNING.computeIfAbsent(
                        server.host() + ":" + server.port() + ":" + statements, any -> start(server, statements))
                .withDatabase(server.database())
                .url("postgresql");
    }

    private static ServerAddress start(ServerAddress server, int statements) {
        String connection = "host=%s port=%d user=%s".formatted(server.host(), server.port(), quoted(server.user()));
        if (!server.password().isEmpty()) {
            connection += " password=" + quoted(server.password()); // an empty one is an error of the configuration
        }
        Attempt attempt = ScriptedServer.find("pgbouncer", connection, String.valueOf(statements));
        if (attempt instanceof Attempt.Found found) {
            return found.address();
        }
        Attempt.Refused refused = (Attempt.Refused) attempt;
        throw new DatabaseUnavailableException(
                "There is no PgBouncer to test behind.\n  " + refused.way() + " "
                        + refused.reason()
                        + "\nIt runs on Linux, as root. To test without PostgreSQL, name the databases to test on: -Dazoth.databases=sqlite,h2");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
