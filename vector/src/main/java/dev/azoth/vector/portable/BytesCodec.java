package dev.azoth.vector.portable;

import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Vectors as bytes, {@link LittleEndian}.
 *
 * @param declaration the column's type
 * @param bytes       how the server stores bytes
 */
public record BytesCodec(String declaration, TypeCodec<byte[]> bytes) implements TypeCodec<float[]> {
    @Override
    public int jdbcType() {
        return bytes.jdbcType();
    }

    @Override
    public void bind(PreparedStatement statement, int index, float[] value) throws SQLException {
        bytes.bind(statement, index, LittleEndian.bytes(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        bytes.bindNull(statement, index);
    }

    @Override
    public float @Nullable [] read(ResultSet row, int index) throws SQLException {
        byte[] stored = bytes.read(row, index);
        return stored == null ? null : LittleEndian.vector(stored);
    }

    @Override
    public String placeholder() {
        return bytes.placeholder();
    }

    @Override
    public String literal(float[] value) {
        return bytes.literal(LittleEndian.bytes(value));
    }
}
