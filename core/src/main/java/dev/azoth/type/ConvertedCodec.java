package dev.azoth.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores values as another codec does, converted on the way. */
record ConvertedCodec<T, B>(
        TypeCodec<B> base, Function<? super B, ? extends T> reads, Function<? super T, ? extends B> writes)
        implements TypeCodec<T> {
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
        base.bind(statement, index, writes.apply(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        base.bindNull(statement, index);
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        B stored = base.read(row, index);
        return stored == null ? null : reads.apply(stored);
    }

    @Override
    public String placeholder() {
        return base.placeholder();
    }

    @Override
    public String selected(String expression) {
        return base.selected(expression);
    }

    @Override
    public Optional<JsonForm<T>> jsonForm() {
        return base.jsonForm().map(form -> form.converted(reads));
    }

    @Override
    public List<String> created() {
        return base.created();
    }

    @Override
    public List<String> dropped() {
        return base.dropped();
    }

    @Override
    public String literal(T value) {
        return base.literal(writes.apply(value));
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
        List<@Nullable B> stored = new ArrayList<>(values.size());
        for (T value : values) {
            stored.add(value == null ? null : writes.apply(value));
        }
        return base.bindArray(statement, index, stored);
    }

    @Override
    public Object arrayElement(T value) {
        return base.arrayElement(writes.apply(value));
    }
}
