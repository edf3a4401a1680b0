package dev.azoth.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions to {@code information_schema}. */
public final class InformationSchema {
    private InformationSchema() {}

    /** Makes something of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Makes it. */
        T read(ResultSet row) throws SQLException;
    }

    /** What a query gives, row by row. */
    public static <T> List<T> read(
            Connection connection, String sql, RowReader<T> reader, @Nullable String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reader.read(row));
                }
            }
            return all;
        }
    }

    /** Rows with the same name, in the order in which the names come. */
    static <T> Map<String, List<T>> grouped(List<Map.Entry<String, T>> rows) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.getKey(), name -> new ArrayList<>()).add(row.getValue()));
        return groups;
    }
}
