package dev.azoth.dialect;

import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a type that must be created before a table can have columns of it.
 *
 * @param base    how its values are stored
 * @param created the statements that create the type, if it is not there
 * @param dropped the statements that drop it, if it is there
 */
public record DeclaredCodec<T>(TypeCodec<T> base, List<String> created, List<String> dropped) implements TypeCodec<T> {
    /** Takes immutable copies. */
    public DeclaredCodec {
        created = List.copyOf(created);
        dropped = List.copyOf(dropped);
    }

    @Override
    public String declaration() {
        return base.declaration();
    }

    @Override
    public String castDeclaration() {
        return base.castDeclaration();
    }

    @Override
    public int jdbcType() {
        return base.jdbcType();
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        base.bind(statement, index, value);
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        base.bindNull(statement, index);
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        return base.read(row, index);
    }

    @Override
    public String placeholder() {
        return base.placeholder();
    }

    @Override
    public String literal(T value) {
        return base.literal(value);
    }

    @Override
    public String arrayElementType() {
        return base.arrayElementType();
    }

    @Override
    public String arrayPlaceholder() {
        return base.arrayPlaceholder();
    }

    @Override
    public boolean bindArray(PreparedStatement statement, int index, List<? extends @Nullable T> values)
            throws SQLException {
        return base.bindArray(statement, index, values);
    }

    @Override
    public Object arrayElement(T value) {
        return base.arrayElement(value);
    }
}
