package dev.azoth.testing.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Connections that a test forgot. On MySQL and MariaDB, an open transaction in one would keep {@code DROP DATABASE} waiting for ever. */
final class LeftOpen {
    private LeftOpen() {}

    static void close(Statement server, String database) throws SQLException {
        for (long connection : to(server, database)) {
            try {
                server.execute("KILL " + connection);
            } catch (SQLException e) {
                // It has just gone by itself.
            }
        }
    }

    private static List<Long> to(Statement server, String database) throws SQLException {
        List<Long> connections = new ArrayList<>();
        try (ResultSet rows =
                server.executeQuery("SELECT id FROM information_schema.processlist WHERE db = '" + database + "'")) {
            while (rows.next()) {
                connections.add(rows.getLong(1));
            }
        }
        return connections;
    }
}
