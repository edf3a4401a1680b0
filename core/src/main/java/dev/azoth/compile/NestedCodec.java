package dev.azoth.compile;

import dev.azoth.type.Json;
import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column that has the rows of a nested query as JSON, and gives what they become.
 *
 * @param reader what makes them of the JSON
 * @param json   how the JSON itself is read
 */
record NestedCodec(NestedReader reader, TypeCodec<Json> json) implements TypeCodec<Object> {
    @Override
    public Object read(ResultSet row, int index) throws SQLException {
        Json value = json.read(row, index);
        return reader.read(value == null ? null : value.tree());
    }

    @Override
    public String declaration() {
        return json.declaration();
    }

    @Override
    public int jdbcType() {
        return json.jdbcType();
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) {
        throw new UnsupportedOperationException("rows of a nested query are only read");
    }

    @Override
    public String literal(@Nullable Object value) {
        throw new UnsupportedOperationException("rows of a nested query are only read");
    }
}
