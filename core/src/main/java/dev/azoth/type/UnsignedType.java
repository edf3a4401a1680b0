package dev.azoth.type;

/**
 * A whole number that is not negative; where the database has no such type, the next larger one.
 *
 * @param javaType {@code Long} for 32 bits, {@code BigInteger} for 64
 * @param bits     its size
 */
public record UnsignedType<T extends Number>(Class<T> javaType, int bits) implements SqlType<T> {
    @Override
    public String name() {
        return bits == 32 ? "INTEGER UNSIGNED" : "BIGINT UNSIGNED";
    }
}
