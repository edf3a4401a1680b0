package dev.azoth.vector;

import dev.azoth.dialect.BinaryCodec;
import dev.azoth.dialect.DelegatingCodec;
import dev.azoth.type.SqlType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.ValueCheck;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A storage's codec that is given no vector that the column cannot hold. */
class CheckedCodec<T> implements DelegatingCodec<T> {
    private final String name;
    private final ValueCheck<T> check;
    private final TypeCodec<T> base;

    private CheckedCodec(String name, ValueCheck<T> check, TypeCodec<T> base) {
        this.name = name;
        this.check = check;
        this.base = base;
    }

    /** The codec of a type that has a check, over one without; in binary form too where that one is. */
    static <T> TypeCodec<T> of(SqlType<T> type, TypeCodec<T> stored) {
        ValueCheck<T> check = type.check().orElseThrow();
        return stored instanceof BinaryCodec<T> binary
                ? new Binary<>(type.name(), check, binary)
                : new CheckedCodec<>(type.name(), check, stored);
    }

    @Override
    public final TypeCodec<T> base() {
        return base;
    }

    final T checked(T value) {
        check.check(value, name);
        return value;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        base.bind(statement, index, checked(value));
    }

    @Override
    public String literal(T value) {
        return base.literal(checked(value));
    }

    @Override
    public boolean bindArray(PreparedStatement statement, int index, List<? extends @Nullable T> values)
            throws SQLException {
        for (T value : values) {
            if (value != null) {
                checked(value);
            }
        }
        return base.bindArray(statement, index, values);
    }

    @Override
    public Object arrayElement(T value) {
        return base.arrayElement(checked(value));
    }

    private static final class Binary<T> extends CheckedCodec<T> implements BinaryCodec<T> {
        private final BinaryCodec<T> known;

        Binary(String name, ValueCheck<T> check, BinaryCodec<T> known) {
            super(name, check, known);
            this.known = known;
        }

        @Override
        public String binaryType() {
            return known.binaryType();
        }

        @Override
        public byte[] binary(T value) {
            return known.binary(checked(value));
        }
    }
}
