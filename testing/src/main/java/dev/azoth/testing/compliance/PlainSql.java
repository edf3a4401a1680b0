package dev.azoth.testing.compliance;

import dev.azoth.engine.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements that Azoth has no part in. */
public final class PlainSql {
    private PlainSql() {}

    /** The first column of what a text yields; none if it yields no rows. */
    public static List<String> rows(Connection connection, String sql) {
        try (var plain = connection.unwrap().createStatement()) {
            plain.setEscapeProcessing(false);
            List<String> found = new ArrayList<>();
            if (plain.execute(sql)) {
                try (ResultSet rows = plain.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
