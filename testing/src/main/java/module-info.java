import dev.azoth.testing.TestDatabase;
import dev.azoth.testing.database.DuckdbFile;
import dev.azoth.testing.database.H2Memory;
import dev.azoth.testing.database.MariadbServer;
import dev.azoth.testing.database.MysqlServer;
import dev.azoth.testing.database.PostgresqlServer;
import dev.azoth.testing.database.SqliteFile;
import org.jspecify.annotations.NullMarked;

/** The compliance suite for dialects, real databases for tests, and the counting of statements. */
@NullMarked
module dev.azoth.testing {
    exports dev.azoth.testing;
    exports dev.azoth.testing.server;

    // Extensions are created by reflection.
    opens dev.azoth.testing to
            org.junit.platform.commons;
    // The suite's tests and the records they read rows into.
    opens dev.azoth.testing.compliance;

    requires transitive dev.azoth.core;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static org.jspecify;
    requires static testcontainers;

    uses TestDatabase;

    provides TestDatabase with
            SqliteFile,
            H2Memory,
            DuckdbFile,
            PostgresqlServer,
            MariadbServer,
            MysqlServer;
}
