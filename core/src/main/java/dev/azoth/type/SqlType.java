package dev.azoth.type;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The type of a column or an expression: which Java class its values have, and what must be known to declare it.
 *
 * <p>A type says nothing about a database. How one dialect declares, binds and reads it is that dialect's {@link TypeCodec}. The
 * types below are known to every dialect; {@link CustomType} is the open one, and {@link #convert} builds on any of them.
 *
 * <p>Types are values: equal ones are interchangeable, and a statement's cache key holds them.
 *
 * @param <T> the Java class of the values; SQL's NULL is Java's null and is not the type's business
 */
public sealed interface SqlType<T>
        permits IntegerType,
                DecimalType,
                FloatType,
                BooleanType,
                StringType,
                BinaryType,
                UuidType,
                TemporalType,
                EnumType,
                JsonType,
                ArrayType,
                NullType,
                ConvertedType,
                VariantType,
                DeclaredType,
                NativeEnumType,
                DurationType,
                OffsetTimeType,
                UnsignedType,
                NamedType,
                SensitiveType,
                BitType,
                RangeType,
                MultirangeType,
                SetType,
                CustomType {

    /** The class of the values. */
    Class<T> javaType();

    /** The name for messages, such as {@code VARCHAR(30)}. */
    String name();

    /** The only values that there are, where that is a part of the type; else empty. A column of it has a CHECK that lists them. */
    default List<T> values() {
        return List.of();
    }

    /** Whether two values are the same for a change check; {@code equals} unless a type knows better. */
    default boolean same(T left, T right) {
        return Objects.equals(left, right);
    }

    /** Whether its values are kept out of logs and messages: of this type, or of one that it is made of. */
    default boolean isSensitive() {
        return false;
    }

    /** A copy that later changes of {@code value} do not reach; the value itself where it cannot change. */
    default T copy(T value) {
        return value;
    }

    /** What refuses values that no database could store in a column of this type, where a type knows that of its values; most leave it to the database. */
    default Optional<ValueCheck<T>> check() {
        return Optional.empty();
    }

    /**
     * A type over this one for another Java class (SQLAlchemy's {@code TypeDecorator}).
     *
     * <p>Two conversions are the same type only when made from the same two functions: keep the type in a constant, so that statements
     * built from it share their compiled form, or write a {@link TypeDecorator}. Functions made anew again and again, with something in them, are
     * told of by a warning.
     *
     * @param javaType the class that the program sees
     * @param read     from the database's value to the program's
     * @param write    from the program's value to the database's
     */
    default <U> SqlType<U> convert(
            Class<U> javaType, Function<? super T, ? extends U> read, Function<? super U, ? extends T> write) {
        return new ConvertedType<>(this, javaType, read, write);
    }

    /**
     * The same type, which one database stores as another type (SQLAlchemy's {@code with_variant}): the class of the values stays.
     *
     * @param dialect the dialect's name
     * @param type    how it stores the values
     */
    default SqlType<T> on(String dialect, SqlType<T> type) {
        return new VariantType<>(this, Map.of(dialect, type));
    }

    /**
     * The same type, which columns declare in these words: {@code INTEGER.declared("MEDIUMINT")}, {@code
     * TIMESTAMP.declared("DATETIME(3)")}, a character set, a domain. Its values are sent and read as before. Mostly for one database: {@code
     * type.on(dialect, type.declared(words))}.
     *
     * @param words SQL, which is written as it is, and so must not come from outside of the program
     */
    default SqlType<T> declared(String words) {
        return new DeclaredType<>(this, words);
    }

    /** The same type with its values kept out of logs and error messages. */
    default SqlType<T> sensitive() {
        return new SensitiveType<>(this);
    }
}
