package dev.azoth.type;

import java.math.BigDecimal;

/**
 * An exact decimal number.
 *
 * <p>Two values are the same when they are numerically equal: {@code 1.0} and {@code 1.00} make no change.
 *
 * @param precision all digits, or 0 for the database's widest
 * @param scale     the digits after the point
 */
public record DecimalType(int precision, int scale) implements SqlType<BigDecimal> {
    /** Checks that the scale fits into the precision. */
    public DecimalType {
        if (precision < 0 || scale < 0 || (precision > 0 && scale > precision)) {
            throw new IllegalArgumentException("NUMERIC(" + precision + ", " + scale
                    + "): the precision must be positive and not smaller than the scale");
        }
    }

    @Override
    public Class<BigDecimal> javaType() {
        return BigDecimal.class;
    }

    @Override
    public String name() {
        return precision == 0 ? "NUMERIC" : "NUMERIC(" + precision + ", " + scale + ")";
    }

    @Override
    public boolean same(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) == 0;
    }
}
