package dev.azoth.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** Reads books by hand. */
final class JdbcBooks {
    private static final boolean SQLITE = Fixture.url().startsWith("sqlite");

    private JdbcBooks() {}

    static BookRecord read(ResultSet row) throws SQLException {
        return new BookRecord(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                // SQLite has no type for it and its driver no LocalDateTime
                SQLITE
                        ? LocalDateTime.parse(row.getString(6).replace(' ', 'T'))
                        : row.getObject(6, LocalDateTime.class),
                row.getInt(7),
                row.getDouble(8));
    }
}
