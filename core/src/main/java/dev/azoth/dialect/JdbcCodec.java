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
public final class JdbcCodec<T> implements TypeCodec<T> {
    private final Words words;
    private final Values<T> values;
    private final Reader<T> reader;
    private final Elements<T> elements;
    private final Optional<JsonForm<T>> jsonForm;

    /** How the type stands in SQL. */
    private record Words(String declaration, String cast, String placeholder) {}

    /** How values go through JDBC, and into text. */
    private record Values<T>(int jdbcType, Binder<T> binder, Reader<T> reader, Function<T, String> literals) {}

    /** How values go as elements of an array; without a type where there are no arrays. */
    private record Elements<T>(
            String type,
            String placeholder,
            Function<T, Object> element,
            @Nullable ArrayBinder<T> binder) {}

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

    private JdbcCodec(Words words, Values<T> values, Elements<T> elements, Optional<JsonForm<T>> jsonForm) {
        this.words = words;
        this.values = values;
        this.reader = values.reader; // a step less for each value that is read
        this.elements = elements;
        this.jsonForm = jsonForm;
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
                new Words(declaration, declaration, "?"),
                new Values<>(jdbcType, binder, reader, literals),
                new Elements<>("", "?", value -> (Object) value, null),
                Optional.empty());
    }

    private JdbcCodec<T> with(Words other) {
        return new JdbcCodec<>(other, values, elements, jsonForm);
    }

    private JdbcCodec<T> with(Values<T> other) {
        return new JdbcCodec<>(words, other, elements, jsonForm);
    }

    private JdbcCodec<T> with(Elements<T> other) {
        return new JdbcCodec<>(words, values, other, jsonForm);
    }

    /** The same with another type in declarations and casts. */
    public JdbcCodec<T> withDeclaration(String type) {
        return with(new Words(type, type, words.placeholder));
    }

    /** The same with another type in casts. */
    public JdbcCodec<T> withCast(String type) {
        return with(new Words(words.declaration, type, words.placeholder));
    }

    /** The same with another place for a bound value. */
    public JdbcCodec<T> withPlaceholder(String other) {
        return with(new Words(words.declaration, words.cast, other));
    }

    /** The same with values bound in another way, and nulls as another {@link java.sql.Types type}. */
    public JdbcCodec<T> withBinder(int typeOfNull, Binder<T> other) {
        return with(new Values<>(typeOfNull, other, values.reader, values.literals));
    }

    /** The same with columns read in another way. */
    public JdbcCodec<T> withReader(Reader<T> other) {
        return with(new Values<>(values.jdbcType, values.binder, other, values.literals));
    }

    /** The same with other literals. */
    public JdbcCodec<T> withLiteral(Function<T, String> other) {
        return with(new Values<>(values.jdbcType, values.binder, values.reader, other));
    }

    /**
     * The same with arrays as parameters.
     *
     * @param elementType the driver's name of the elements' type
     * @param place       the place of a bound array
     * @param element     a value as an element
     */
    public JdbcCodec<T> withArray(String elementType, String place, Function<T, Object> element) {
        return with(new Elements<>(elementType, place, element, null));
    }

    /** The same with arrays bound in another way than the driver makes them. */
    public JdbcCodec<T> withArrayBinder(ArrayBinder<T> other) {
        return with(new Elements<>(elements.type, elements.placeholder, elements.element, other));
    }

    /** The same with values that stand in JSON so. */
    public JdbcCodec<T> withJson(JsonForm<T> form) {
        return new JdbcCodec<>(words, values, elements, Optional.of(form));
    }

    @Override
    public String declaration() {
        return words.declaration;
    }

    @Override
    public String castDeclaration() {
        return words.cast;
    }

    @Override
    public String placeholder() {
        return words.placeholder;
    }

    @Override
    public int jdbcType() {
        return values.jdbcType;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        values.binder.bind(statement, index, value);
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        return reader.read(row, index);
    }

    @Override
    public String literal(T value) {
        return values.literals.apply(value);
    }

    @Override
    public String arrayElementType() {
        return elements.type;
    }

    @Override
    public String arrayPlaceholder() {
        return elements.placeholder;
    }

    @Override
    public boolean bindArray(PreparedStatement statement, int index, List<? extends @Nullable T> given)
            throws SQLException {
        return elements.binder != null && elements.binder.bind(statement, index, given);
    }

    @Override
    public Object arrayElement(T value) {
        return elements.element.apply(value);
    }

    @Override
    public Optional<JsonForm<T>> jsonForm() {
        return jsonForm;
    }
}
