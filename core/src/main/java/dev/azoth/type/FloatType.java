package dev.azoth.type;

/**
 * A binary floating-point number of 32 or 64 bits.
 *
 * @param javaType {@code Float} or {@code Double}
 */
public record FloatType<T extends Number>(Class<T> javaType) implements SqlType<T> {
    @Override
    public String name() {
        return javaType == Float.class ? "REAL" : "DOUBLE PRECISION";
    }
}
