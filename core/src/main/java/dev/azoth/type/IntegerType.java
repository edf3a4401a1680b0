package dev.azoth.type;

/**
 * A signed whole number of 16, 32 or 64 bits.
 *
 * @param javaType {@code Short}, {@code Integer} or {@code Long}
 * @param bits     its size in the database
 */
public record IntegerType<T extends Number>(Class<T> javaType, int bits) implements SqlType<T> {
    @Override
    public String name() {
        return bits == 16 ? "SMALLINT" : bits == 32 ? "INTEGER" : "BIGINT";
    }
}
