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

/** MySQL 9. */
public final class MysqlServer extends DatabaseServer {
    /** For the service loader. */
    public MysqlServer() {}

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public Set<Capability> lacking(ServerInfo server) {
        return EnumSet.of(
                Capability.MERGE_RETURNING,
                Capability.CONFLICT_CONSTRAINT,
                Capability.CONFLICT_WHERE,
                Capability.SOURCES_RETURNING,
                Capability.CHANGED_ROW_IN_SUBQUERIES,
                Capability.RANGES,
                Capability.MATERIALIZED_VIEWS,
                Capability.NAMES_OF_ANY_LENGTH,
                Capability.WORK_BESIDE_STREAMS,
                Capability.LIMIT_EXPRESSION,
                Capability.TRY_CAST,
                Capability.MODE,
                Capability.ARRAYS,
                Capability.ARRAY_SETS,
                Capability.GROUPS_FRAME,
                Capability.EXCLUDE_FRAME,
                Capability.EXCLUDE_UNORDERED,
                Capability.IGNORE_NULLS,
                Capability.DISTINCT_WINDOW,
                Capability.MERGE,
                Capability.MERGE_BY_SOURCE,
                Capability.KEY_LOCKS,
                Capability.LOCK_WAIT,
                Capability.CHANGES_IN_WITH,
                Capability.SAMPLE,
                Capability.KEYLESS_RETURNING,
                Capability.CORRELATION,
                Capability.TRANSLATE);
    }

    @Override
    protected Image image() {
        return new Image(
                "mysql:9",
                new ServerAddress("root", "", "localhost", 3306, "test", ""),
                Map.of("MYSQL_ALLOW_EMPTY_PASSWORD", "1", "MYSQL_DATABASE", "test"),
                List.of("--innodb-flush-log-at-trx-commit=0", "--skip-log-bin", "--max-connections=200"));
    }

    @Override
    protected void dropDatabase(Statement server, String database) throws SQLException {
        LeftOpen.close(server, database);
        server.execute("DROP DATABASE " + database);
    }
}
