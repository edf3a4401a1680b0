package dev.azoth.dialect;

import java.math.BigInteger;

/** Checks numbers that must not be negative. */
public final class Unsigned {
    private Unsigned() {}

    /**
     * The number.
     *
     * @throws IllegalArgumentException if it is negative or has more bits
     */
    public static long checked(long value, int bits) {
        checked(BigInteger.valueOf(value), bits);
        return value;
    }

    /**
     * The number.
     *
     * @throws IllegalArgumentException if it is negative or has more bits
     */
    public static BigInteger checked(BigInteger value, int bits) {
        if (value.signum() < 0 || value.bitLength() > bits) {
            throw new IllegalArgumentException(value + " is no unsigned number of " + bits + " bits");
        }
        return value;
    }
}
