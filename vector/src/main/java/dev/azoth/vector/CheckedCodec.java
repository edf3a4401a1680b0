package dev.azoth.vector;

import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A storage's codec that is given no vector that the column cannot hold. */
record CheckedCodec(VectorType type, TypeCodec<float[]> stored) implements TypeCodec<float[]> {
    @Override
    public String declaration() {
        return stored.declaration();
    }

    @Override
    public String castDeclaration() {
        return stored.castDeclaration();
    }

    @Override
    public int jdbcType() {
        return stored.jdbcType();
    }

    @Override
    public void bind(PreparedStatement statement, int index, float[] value) throws SQLException {
        type.check(value, type.name());
        stored.bind(statement, index, value);
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        stored.bindNull(statement, index);
    }

    @Override
    public float @Nullable [] read(ResultSet row, int index) throws SQLException {
        return stored.read(row, index);
    }

    @Override
    public String placeholder() {
        return stored.placeholder();
    }

    @Override
    public String literal(float[] value) {
        type.check(value, type.name());
        return stored.literal(value);
    }

    @Override
    public String arrayElementType() {
        return stored.arrayElementType();
    }

    @Override
    public String arrayPlaceholder() {
        return stored.arrayPlaceholder();
    }

    @Override
    public Object arrayElement(float[] value) {
        type.check(value, type.name());
        return stored.arrayElement(value);
    }
}
