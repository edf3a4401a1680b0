package dev.azoth.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Loads many rows into a table by the way that a database has for that, beside INSERT. */
public interface RowLoader {
    /** What {@link #load} gives for a page that was not loaded. */
    long REFUSED = -1;

    /** The statement, for listeners and messages. */
    String sql();

    /**
     * Whether the table takes rows this way; asked first, in the transaction in which they are loaded.
     *
     * @throws SQLException if there is no such table, or it cannot be read
     */
    boolean fits(Connection connection) throws SQLException;

    /** How many rows are loaded at once, by default all of them. A page that is refused and undone is inserted. */
    default int page() {
        return Integer.MAX_VALUE;
    }

    /**
     * Loads rows.
     *
     * @param rows for each row its values, in the order of the columns; drawn as they are sent
     * @return how many; {@link #REFUSED} if they are a page that was not loaded
     * @throws IllegalArgumentException if a value is none that the database can have; nothing is loaded
     */
    long load(Connection connection, Iterator<@Nullable Object[]> rows) throws SQLException;

    /** The index of the row for which it failed, where the database tells. */
    default OptionalInt failedRow(SQLException exception) {
        return OptionalInt.empty();
    }
}
