package dev.azoth.vector.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.jdbc.PgConnection;

/** The driver's own connection under others. */
final class PgDriver {
    private PgDriver() {}

    /**
     * Its class, not its interface: the annotations of that one's package need a library that is not on the compiler's path, which Error Prone
     * warns of.
     */
    static PgConnection connection(Connection connection) throws SQLException {
        return connection.unwrap(PgConnection.class);
    }
}
