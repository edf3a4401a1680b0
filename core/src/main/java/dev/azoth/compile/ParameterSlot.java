package dev.azoth.compile;

import dev.azoth.type.TypeCodec;

/** A place in a compiled statement's text where values are bound. */
public sealed interface ParameterSlot {
    /** How the values are bound. */
    TypeCodec<?> codec();

    /** Whether the values are kept out of logs and messages. */
    boolean sensitive();

    /**
     * One value, gathered from the statement.
     *
     * @param number its number in {@link StatementWalk#values()}
     */
    record Value(int number, TypeCodec<?> codec, boolean sensitive) implements ParameterSlot {}

    /** One value, given by name when the statement runs. */
    record Named(String name, Class<?> javaType, TypeCodec<?> codec, boolean sensitive) implements ParameterSlot {}

    /** A list of values in as many places as it has values, rounded up to a power of two by repeating the last. */
    record Expanding(int number, TypeCodec<?> codec, boolean sensitive) implements ParameterSlot {}

    /** A list of values in one place, as an array of the database. */
    record Array(int number, TypeCodec<?> codec, boolean sensitive) implements ParameterSlot {}

    /** All rows' values of a named column in one place, as an array of the database. */
    record NamedArray(String name, Class<?> javaType, TypeCodec<?> codec, boolean sensitive) implements ParameterSlot {}
}
