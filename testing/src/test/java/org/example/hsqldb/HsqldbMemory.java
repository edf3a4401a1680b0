package org.example.hsqldb;

import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.TestDatabase;
import dev.azoth.type.ServerInfo;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** HSQLDB, with its databases in memory, and what its dialect lacks. */
public final class HsqldbMemory implements TestDatabase {
    /** For the service loader. */
    public HsqldbMemory() {}

    @Override
    public String name() {
        return HsqldbDialect.NAME;
    }

    // tag::dialect-database
    @Override
    public Set<Capability> lacking(ServerInfo server) {
        return EnumSet.of(
                Capability.LIMIT_EXPRESSION,
                Capability.REGULAR_EXPRESSIONS,
                Capability.COLLATE,
                Capability.TRY_CAST,
                Capability.ARRAYS,
                Capability.TABLE_FUNCTIONS,
                Capability.WINDOWS,
                Capability.IGNORE_NULLS,
                Capability.DISTINCT_WINDOW,
                Capability.LOCKS,
                Capability.SHARED_LOCKS,
                Capability.KEY_LOCKS,
                Capability.MERGE,
                Capability.MERGE_BY_SOURCE,
                Capability.UPSERT,
                Capability.INSERT_RETURNING,
                Capability.UPDATE_RETURNING,
                Capability.DELETE_RETURNING,
                Capability.KEYLESS_RETURNING,
                Capability.SOURCES_RETURNING,
                Capability.CONFLICT_CONSTRAINT,
                Capability.CONFLICT_WHERE,
                Capability.MERGE_RETURNING,
                Capability.CHANGES_WITH,
                Capability.CHANGES_IN_WITH,
                Capability.SAMPLE,
                Capability.RANGES,
                Capability.MATERIALIZED_VIEWS,
                Capability.JSON,
                Capability.NESTED_JSON,
                Capability.JSON_TABLE,
                Capability.DATE_UNITS,
                Capability.SPLIT,
                Capability.OCTETS,
                Capability.BIT_AGGREGATES,
                Capability.CORRELATION,
                Capability.ORDERED_SETS,
                Capability.EXCLUDE_UNORDERED,
                Capability.LIMIT_OF_NONE,
                Capability.TEMPORARY_ROWS,
                Capability.NAMES_OF_ANY_LENGTH);
    }

    @Override
    public Database create() {
        String url = "hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc";
        return new Database(name(), url, "jdbc:" + url, () -> drop("jdbc:" + url));
    }
    // end::dialect-database

    private static void drop(String url) {
        try (var connection = DriverManager.getConnection(url, "SA", "");
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("could not drop " + url, e);
        }
    }
}
