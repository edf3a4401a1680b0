package dev.azoth.dialect;

import dev.azoth.type.JsonForm;
import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A codec that does all as another one; for those that differ in one thing. */
public interface DelegatingCodec<T> extends TypeCodec<T> {
    /** The other one. */
    TypeCodec<T> base();

    @Override
    default String declaration() {
        return base().declaration();
    }

    @Override
    default String castDeclaration() {
        return base().castDeclaration();
    }

    @Override
    default int jdbcType() {
        return base().jdbcType();
    }

    @Override
    default void bind(PreparedStatement statement, int index, T value) throws SQLException {
        base().bind(statement, index, value);
    }

    @Override
    default void bindNull(PreparedStatement statement, int index) throws SQLException {
        base().bindNull(statement, index);
    }

    @Override
    default @Nullable T read(ResultSet row, int index) throws SQLException {
        return base().read(row, index);
    }

    @Override
    default String placeholder() {
        return base().placeholder();
    }

    @Override
    default String selected(String expression) {
        return base().selected(expression);
    }

    @Override
    default Optional<JsonForm<T>> jsonForm() {
        return base().jsonForm();
    }

    @Override
    default String literal(T value) {
        return base().literal(value);
    }

    @Override
    default String arrayElementType() {
        return base().arrayElementType();
    }

    @Override
    default String arrayPlaceholder() {
        return base().arrayPlaceholder();
    }

    @Override
    default boolean bindArray(PreparedStatement statement, int index, List<? extends @Nullable T> values)
            throws SQLException {
        return base().bindArray(statement, index, values);
    }

    @Override
    default Object arrayElement(T value) {
        return base().arrayElement(value);
    }

    @Override
    default List<String> created() {
        return base().created();
    }

    @Override
    default List<String> dropped() {
        return base().dropped();
    }
}
