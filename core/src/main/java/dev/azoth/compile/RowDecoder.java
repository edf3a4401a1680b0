package dev.azoth.compile;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes something of the current row of a result. Used by many threads, each with a result of its own. */
@FunctionalInterface
public interface RowDecoder<T> {
    /** Reads the current row; null only where a row of one column has SQL's NULL. */
    @Nullable T decode(ResultSet row) throws SQLException;
}
