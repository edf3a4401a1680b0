package dev.azoth.vector.postgresql;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import dev.azoth.vector.Creation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Creates the extension where it is missing.
 *
 * <p>{@code CREATE EXTENSION IF NOT EXISTS} of two sessions at once fails in one of them. Those that take the same advisory lock wait for each other; against all others it
 * is tried again.
 */
final class PgvectorInstallation {
    /** The key that LangChain's stores use for the same purpose, so that they and we wait for each other. */
    private static final long LOCK = 1573678846307946496L;

    private static final int ATTEMPTS = 10;
    private static final long PAUSE_NANOSECONDS = 50_000_000;
    /** Unique violation, duplicate object, "tuple concurrently updated". */
    private static final Set<String> LOST_RACE = Set.of("23505", "42710", "XX000");

    private final Engine engine;

    PgvectorInstallation(Engine engine) {
        this.engine = engine;
    }

    void install(Creation creation) {
        if (isKnown() || creation == Creation.SKIP) {
            return;
        }
        if (!isInstalled()) {
            if (creation == Creation.REQUIRE) {
                throw new InvalidRequestException(
                        "the extension vector is not installed in this database, and Creation.REQUIRE creates nothing: have a superuser run "
                                + engine.transaction(PgvectorInstallation::statement));
            }
            create();
        }
        engine.refreshServer();
    }

    private boolean isKnown() {
        return engine.server().extensionSchema(PgvectorExtension.NAME).isPresent();
    }

    private boolean isInstalled() {
        return engine.transaction(PgvectorInstallation::isInstalled);
    }

    private static boolean isInstalled(Connection connection) {
        return exists(connection, "SELECT 1 AS found FROM pg_extension WHERE extname = :name", PgvectorExtension.NAME);
    }

    private void create() {
        for (int attempt = 1; ; attempt++) {
            try {
                engine.begin(this::createLocked);
                return;
            } catch (DatabaseException e) {
                if (attempt == ATTEMPTS
                        || !LOST_RACE.contains(String.valueOf(e.error().sqlState()))) {
                    throw explained(e);
                }
                LockSupport.parkNanos(PAUSE_NANOSECONDS * attempt);
            }
        }
    }

    private void createLocked(Connection connection) {
        connection
                .execute(Sql.text("SELECT pg_advisory_xact_lock(:key)").bind("key", LOCK))
                .all();
        if (!isInstalled(connection)) {
            connection.execute(Sql.text(statement(connection)));
        }
    }

    /**
     * Never in a schema of some application, which could not be seen from others: in {@code extensions}, as hosts have it, or in
     * {@code public}.
     */
    private static String statement(Connection connection) {
        for (String schema : List.of("extensions", "public")) {
            if (exists(connection, "SELECT 1 AS found FROM pg_namespace WHERE nspname = :name", schema)) {
                return "CREATE EXTENSION IF NOT EXISTS vector SCHEMA " + schema;
            }
        }
        return "CREATE EXTENSION IF NOT EXISTS vector";
    }

    private static boolean exists(Connection connection, String query, String name) {
        return !connection
                .execute(Sql.text(query).bind("name", name).column("found", Types.INTEGER))
                .all()
                .isEmpty();
    }

    private RuntimeException explained(DatabaseException e) {
        String state = String.valueOf(e.error().sqlState());
        if (state.equals("42501")) {
            return new InvalidRequestException(
                    "this user may not create the extension vector: have a superuser of this database run "
                            + engine.transaction(PgvectorInstallation::statement),
                    e);
        }
        if (state.equals("58P01") || state.equals("0A000")) {
            return new InvalidRequestException(
                    "pgvector is not installed on the server's machine: its package is postgresql-<version>-pgvector on Debian, and hosts"
                            + " list it among their extensions",
                    e);
        }
        return e;
    }
}
