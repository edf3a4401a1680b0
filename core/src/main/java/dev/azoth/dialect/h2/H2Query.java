package dev.azoth.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs queries of texts. */
record H2Query(Connection connection) {
    /** Makes something of a row. */
    interface Reading<R> {
        R of(ResultSet row) throws SQLException;
    }

    <R> List<R> rows(String sql, Reading<R> reading, @Nullable String... values) throws SQLException {
        List<R> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
            }
        }
        return all;
    }
}
