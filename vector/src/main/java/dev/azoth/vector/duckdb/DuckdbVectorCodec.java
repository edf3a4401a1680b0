package dev.azoth.vector.duckdb;

import dev.azoth.dialect.JdbcCodec;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Vectors go to DuckDB as text, and come as an array. */
final class DuckdbVectorCodec {
    private DuckdbVectorCodec() {}

    static JdbcCodec<float[]> of(int dimensions) {
        String declaration = "FLOAT[" + dimensions + "]";
        return JdbcCodec.<float[]>of(
                        declaration,
                        Types.VARCHAR,
                        (statement, index, value) -> statement.setString(index, Arrays.toString(value)),
                        DuckdbVectorCodec::read,
                        value -> "CAST('" + Arrays.toString(value) + "' AS " + declaration + ")")
                .withPlaceholder("CAST(? AS " + declaration + ")")
                .withArray("VARCHAR", "CAST(? AS " + declaration + "[])", Arrays::toString);
    }

    private static float @Nullable [] read(ResultSet row, int index) throws SQLException {
        Array array = row.getArray(index);
        if (array == null) {
            return null;
        }
        Object[] elements = (Object[]) array.getArray();
        float[] vector = new float[elements.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (Float) elements[i];
        }
        return vector;
    }
}
