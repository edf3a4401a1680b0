package dev.azoth.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns by the methods for primitives, which give zero, or false, where SQL has NULL (JDBC 4.3, {@code ResultSet}): only then is the driver asked
 * whether it was one. Each has a method of its own, since one for all would be slower by a call that cannot be foreseen, for each value.
 */
final class PrimitiveReads {
    private PrimitiveReads() {}

    static @Nullable Short smallint(ResultSet row, int index) throws SQLException {
        short value = row.getShort(index);
        return (value == 0 && row.wasNull()) ? null : value;
    }

    static @Nullable Integer integer(ResultSet row, int index) throws SQLException {
        int value = row.getInt(index);
        return (value == 0 && row.wasNull()) ? null : value;
    }

    static @Nullable Long bigint(ResultSet row, int index) throws SQLException {
        long value = row.getLong(index);
        return (value == 0 && row.wasNull()) ? null : value;
    }

    static @Nullable Float real(ResultSet row, int index) throws SQLException {
        float value = row.getFloat(index);
        return (value == 0 && row.wasNull()) ? null : value;
    }

    static @Nullable Double doublePrecision(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return (value == 0 && row.wasNull()) ? null : value;
    }

    static @Nullable Boolean bool(ResultSet row, int index) throws SQLException {
        boolean value = row.getBoolean(index);
        return (!value && row.wasNull()) ? null : value;
    }
}
