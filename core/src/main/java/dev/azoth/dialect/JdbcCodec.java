package dev.azoth.dialect;

import dev.azoth.type.JsonForm;
import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A codec put together from its parts: begin with {@link #of} and replace what a server does in another way.
 *
 * <pre>{@code
 * super.uuid().withDeclaration("CHAR(36)").withBinder(Types.CHAR, (statement, i, value) -> statement.setString(i, value.toString()))
 * }</pre>
 */
public record JdbcCodec<T>(
        String declaration,
        String castDeclaration,
        int jdbcType,
        Binder<T> binder,
        Reader<T> reader,
        Function<T, String> literals,
        String placeholder,
        String arrayElementType,
        String arrayPlaceholder,
        Function<T, Object> arrayElements,
        @Nullable ArrayBinder<T> arrayBinder,
        Optional<JsonForm<T>> jsonForm)
        implements TypeCodec<T> {

    /** Binds a value that is not null. */
    @FunctionalInterface
    public interface Binder<T> {
        /** Binds it. */
        void bind(PreparedStatement statement, int index, T value) throws SQLException;
    }

    /** Binds values, some of which may be null, as an array. */
    @FunctionalInterface
    public interface ArrayBinder<T> {
        /** Binds them, or tells by false that the driver is to make the array. */
        boolean bind(PreparedStatement statement, int index, List<? extends @Nullable T> values) throws SQLException;
    }

    /** Reads a column. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads it; SQL's NULL is null. */
        @Nullable
        T read(ResultSet row, int index) throws SQLException;
    }

    /** Reads a column as a primitive, for which the driver has zero where SQL has NULL. */
    @FunctionalInterface
    public interface PrimitiveReader<T> {
        /** Reads it. */
        T read(ResultSet row, int index) throws SQLException;

        /** The same with null for SQL's NULL. */
        default Reader<T> nullable() {
            return (row, index) -> {
                T value = read(row, index);
                return row.wasNull() ? null : value;
            };
        }
    }

    /**
     * A codec with a plain placeholder and without arrays.
     *
     * @param declaration the type, in a declaration and in a CAST
     * @param jdbcType    the number of {@link java.sql.Types} of a null
     */
    public static <T> JdbcCodec<T> of(
            String declaration, int jdbcType, Binder<T> binder, Reader<T> reader, Function<T, String> literals) {
        return new JdbcCodec<>(
                declaration,
                declaration,
                jdbcType,
                binder,
                reader,
                literals,
                "?",
                "",
                "?",
                value -> (Object) value,
                null,
                Optional.empty());
    }

    /** The same with another type in declarations and casts. */
    public JdbcCodec<T> withDeclaration(String type) {
        return new JdbcCodec<>(
                type,
                type,
                jdbcType,
                binder,
                reader,
                literals,
                placeholder,
                arrayElementType,
                arrayPlaceholder,
                arrayElements,
                arrayBinder,
                jsonForm);
    }

    /** The same with another type in casts. */
    public JdbcCodec<T> withCast(String type) {
        return new JdbcCodec<>(
                declaration,
                type,
                jdbcType,
                binder,
                reader,
                literals,
                placeholder,
                arrayElementType,
                arrayPlaceholder,
                arrayElements,
                arrayBinder,
                jsonForm);
    }

    /** The same with values bound in another way, and nulls as another {@link java.sql.Types type}. */
    public JdbcCodec<T> withBinder(int typeOfNull, Binder<T> other) {
        return new JdbcCodec<>(
                declaration,
                castDeclaration,
                typeOfNull,
                other,
                reader,
                literals,
                placeholder,
                arrayElementType,
                arrayPlaceholder,
                arrayElements,
                arrayBinder,
                jsonForm);
    }

    /** The same with columns read in another way. */
    public JdbcCodec<T> withReader(Reader<T> other) {
        return new JdbcCodec<>(
                declaration,
                castDeclaration,
                jdbcType,
                binder,
                other,
                literals,
                placeholder,
                arrayElementType,
                arrayPlaceholder,
                arrayElements,
                arrayBinder,
                jsonForm);
    }

    /** The same with other literals. */
    public JdbcCodec<T> withLiteral(Function<T, String> other) {
        return new JdbcCodec<>(
                declaration,
                castDeclaration,
                jdbcType,
                binder,
                reader,
                other,
                placeholder,
                arrayElementType,
                arrayPlaceholder,
                arrayElements,
                arrayBinder,
                jsonForm);
    }

    /** The same with another place for a bound value. */
    public JdbcCodec<T> withPlaceholder(String other) {
        return new JdbcCodec<>(
                declaration,
                castDeclaration,
                jdbcType,
                binder,
                reader,
                literals,
                other,
                arrayElementType,
                arrayPlaceholder,
                arrayElements,
                arrayBinder,
                jsonForm);
    }

    /**
     * The same with arrays as parameters.
     *
     * @param elementType the driver's name of the elements' type
     * @param place       the place of a bound array
     * @param element     a value as an element
     */
    public JdbcCodec<T> withArray(String elementType, String place, Function<T, Object> element) {
        return new JdbcCodec<>(
                declaration,
                castDeclaration,
                jdbcType,
                binder,
                reader,
                literals,
                placeholder,
                elementType,
                place,
                element,
                null,
                jsonForm);
    }

    /** The same with values that stand in JSON so. */
    public JdbcCodec<T> withJson(JsonForm<T> form) {
        return new JdbcCodec<>(
                declaration,
                castDeclaration,
                jdbcType,
                binder,
                reader,
                literals,
                placeholder,
                arrayElementType,
                arrayPlaceholder,
                arrayElements,
                arrayBinder,
                Optional.of(form));
    }

    /** The same with arrays bound in another way than the driver makes them. */
    public JdbcCodec<T> withArrayBinder(ArrayBinder<T> other) {
        return new JdbcCodec<>(
                declaration,
                castDeclaration,
                jdbcType,
                binder,
                reader,
                literals,
                placeholder,
                arrayElementType,
                arrayPlaceholder,
                arrayElements,
                other,
                jsonForm);
    }

    @Override
    public boolean bindArray(PreparedStatement statement, int index, List<? extends @Nullable T> values)
            throws SQLException {
        return arrayBinder != null && arrayBinder.bind(statement, index, values);
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        binder.bind(statement, index, value);
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        return reader.read(row, index);
    }

    @Override
    public String literal(T value) {
        return literals.apply(value);
    }

    @Override
    public Object arrayElement(T value) {
        return arrayElements.apply(value);
    }
}
