package dev.azoth.vector.portable;

import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Text as the server stores it, in a column with a collation. */
record CollatedCodec(TypeCodec<String> text, int length, String collation) implements TypeCodec<String> {
    @Override
    public String declaration() {
        return "VARCHAR(" + length + ") COLLATE " + collation;
    }

    @Override
    public String castDeclaration() {
        return text.castDeclaration();
    }

    @Override
    public int jdbcType() {
        return text.jdbcType();
    }

    @Override
    public void bind(PreparedStatement statement, int index, String value) throws SQLException {
        text.bind(statement, index, value);
    }

    @Override
    public @Nullable String read(ResultSet row, int index) throws SQLException {
        return text.read(row, index);
    }

    @Override
    public String literal(String value) {
        return text.literal(value);
    }
}
