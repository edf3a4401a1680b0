package dev.azoth.testing.database;

import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.TestDatabase;
import dev.azoth.type.ServerInfo;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** H2, with its databases in memory. */
public final class H2Memory implements TestDatabase {
    /** For the service loader. */
    public H2Memory() {}

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public Set<Capability> lacking(ServerInfo server) {
        return EnumSet.of(
                Capability.CONFLICT_CONSTRAINT,
                Capability.CONFLICT_WHERE,
                Capability.SOURCES_RETURNING,
                Capability.RANGES,
                Capability.MATERIALIZED_VIEWS,
                Capability.NAMES_OF_ANY_LENGTH,
                Capability.READ_ONLY,
                Capability.LATERAL,
                Capability.RECURSION_OVER_CYCLES,
                Capability.ARRAY_SETS,
                Capability.COLLATE,
                Capability.EXCLUDE_UNORDERED,
                Capability.TRY_CAST,
                Capability.MERGE_BY_SOURCE,
                Capability.SHARED_LOCKS,
                Capability.KEY_LOCKS,
                Capability.CHANGES_IN_WITH,
                Capability.SAMPLE,
                Capability.REVERSE,
                Capability.SPLIT,
                Capability.JSON_CONTAINS,
                Capability.JSON_LENGTH,
                Capability.JSON_CHANGES,
                Capability.JSON_KEYS,
                Capability.JSON_PATCH,
                Capability.JSON_PATHS,
                Capability.JSON_TABLE);
    }

    @Override
    public Database create() {
        // Without the setting, it vanishes whenever no connection is open.
        String url = "h2:mem:azoth-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return new Database(name(), url, "jdbc:" + url, () -> drop("jdbc:" + url));
    }

    private static void drop(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("could not drop " + url, e);
        }
    }
}
