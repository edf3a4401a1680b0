package dev.azoth.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one dialect stores a type: its declaration, its bind and its read.
 *
 * <p>Codecs have no state and are used by many threads. They are asked once for a compiled statement and kept with it.
 */
public interface TypeCodec<T> {
    /** The type in a column's declaration, such as {@code TIMESTAMP(6)}. */
    String declaration();

    /** The type in a CAST, where that differs from its declaration. */
    default String castDeclaration() {
        return declaration();
    }

    /** The number of {@link java.sql.Types} with which a null is bound. */
    int jdbcType();

    /** Binds a value that is not null. */
    void bind(PreparedStatement statement, int index, T value) throws SQLException;

    /** Binds SQL's NULL. */
    default void bindNull(PreparedStatement statement, int index) throws SQLException {
        statement.setNull(index, jdbcType());
    }

    /** Reads a column of the current row by its index, from 1; SQL's NULL is null. */
    @Nullable
    T read(ResultSet row, int index) throws SQLException;

    /** The place of a bound value in the SQL text: {@code ?}, or a cast of it where the server cannot tell the type. */
    default String placeholder() {
        return "?";
    }

    /**
     * The value as SQL text, for DDL and logs; never for values of a statement that runs.
     *
     * @throws dev.azoth.CompileException if the type has no literals
     */
    String literal(T value);

    /**
     * The name by which the driver makes arrays of this type, or empty where the dialect takes no arrays of it as parameters.
     *
     * @see java.sql.Connection#createArrayOf
     */
    default String arrayElementType() {
        return "";
    }

    /** The place of a bound array of this type. */
    default String arrayPlaceholder() {
        return "?";
    }

    /**
     * The statements that create what the declaration names, if it is not there; run before the first table is created.
     *
     * @see #dropped
     */
    default List<String> created() {
        return List.of();
    }

    /** The statements that drop what the declaration names, if it is there; run after the last table is dropped. */
    default List<String> dropped() {
        return List.of();
    }

    /**
     * The SQL that reads a column of this type: the expression, or a call around it where the server would give something else (SQLAlchemy's
     * {@code column_expression}). It stands where the column is selected or returned, and nowhere else.
     *
     * @param expression the column, or whatever is selected
     */
    default String selected(String expression) {
        return expression;
    }

    /** How values stand in JSON, if they can without losing anything: rows of nested queries come so, in the statement of their owners. */
    default Optional<JsonForm<T>> jsonForm() {
        return Optional.empty();
    }

    /** A codec that stores values as this one does, converted on the way. */
    default <U> TypeCodec<U> converted(
            Function<? super T, ? extends U> reads, Function<? super U, ? extends T> writes) {
        return new ConvertedCodec<>(this, reads, writes);
    }

    /**
     * Binds values, some of which may be null, as such an array in a way of its own.
     *
     * @return false if that is not possible: then the driver makes the array, of {@linkplain #arrayElement elements}
     */
    default boolean bindArray(PreparedStatement statement, int index, List<? extends @Nullable T> values)
            throws SQLException {
        return false;
    }

    /** A value as an element of such an array. */
    default Object arrayElement(T value) {
        return value;
    }
}
