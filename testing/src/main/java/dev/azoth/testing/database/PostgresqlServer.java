package dev.azoth.testing.database;

import dev.azoth.testing.Capability;
import dev.azoth.testing.server.DatabaseServer;
import dev.azoth.testing.server.Image;
import dev.azoth.testing.server.ServerAddress;
import dev.azoth.type.ServerInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL 17 with pgvector; those from 15 to 18 have the same dialect. */
public final class PostgresqlServer extends DatabaseServer {
    /** For the service loader. */
    public PostgresqlServer() {}

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Set<Capability> lacking(ServerInfo server) {
        Set<Capability> lacking = EnumSet.of(
                Capability.NAMES_OF_ANY_LENGTH,
                Capability.WORK_AFTER_ERRORS,
                Capability.IGNORE_NULLS,
                Capability.DISTINCT_WINDOW,
                Capability.LOCK_WAIT,
                Capability.NUL_IN_TEXT,
                Capability.JSON_PATCH);
        if (!server.atLeast(17, 0)) {
            lacking.addAll(EnumSet.of(Capability.MERGE_BY_SOURCE, Capability.MERGE_RETURNING));
        }
        if (!server.atLeast(16, 0)) {
            lacking.addAll(EnumSet.of(Capability.ANY_VALUE, Capability.TRY_CAST));
        }
        return lacking;
    }

    @Override
    protected Image image() {
        return new Image(
                "pgvector/pgvector:pg17",
                new ServerAddress("postgres", "postgres", "localhost", 5432, "postgres", ""),
                Map.of("POSTGRES_PASSWORD", "postgres"),
                List.of("postgres", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"));
    }

    @Override
    protected void dropDatabase(Statement server, String database) throws SQLException {
        server.execute("DROP DATABASE " + database + " WITH (FORCE)");
    }
}
