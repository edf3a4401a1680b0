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

/** MariaDB 11.8. */
public final class MariadbServer extends DatabaseServer {
    /** For the service loader. */
    public MariadbServer() {}

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Set<Capability> lacking(ServerInfo server) {
        return EnumSet.of(
                Capability.MERGE_RETURNING,
                Capability.CONFLICT_CONSTRAINT,
                Capability.CONFLICT_WHERE,
                Capability.SOURCES_RETURNING,
                Capability.RANGES,
                Capability.MATERIALIZED_VIEWS,
                Capability.NAMES_OF_ANY_LENGTH,
                Capability.ROW_OF_BATCH,
                Capability.LATERAL,
                Capability.LIMIT_EXPRESSION,
                Capability.TRY_CAST,
                Capability.MODE,
                Capability.ARRAYS,
                Capability.ARRAY_SETS,
                Capability.RANGE_OF_TIME,
                Capability.GROUPS_FRAME,
                Capability.EXCLUDE_FRAME,
                Capability.EXCLUDE_UNORDERED,
                Capability.IGNORE_NULLS,
                Capability.DISTINCT_WINDOW,
                Capability.MERGE,
                Capability.MERGE_BY_SOURCE,
                Capability.KEY_LOCKS,
                Capability.LOCK_OF,
                Capability.CHANGES_IN_WITH,
                Capability.SAMPLE,
                Capability.CORRELATION,
                Capability.TRANSLATE,
                Capability.UNTOUCHED_ROWS);
    }

    @Override
    protected Image image() {
        return new Image(
                "mariadb:11.8",
                new ServerAddress("root", "", "localhost", 3306, "test", ""),
                Map.of("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", "1", "MARIADB_DATABASE", "test"),
                List.of("--innodb-flush-log-at-trx-commit=0", "--skip-log-bin", "--max-connections=200"));
    }

    @Override
    protected void dropDatabase(Statement server, String database) throws SQLException {
        LeftOpen.close(server, database);
        server.execute("DROP DATABASE " + database);
    }
}
