package dev.azoth.vector;

/** Floating-point numbers of 16 bits, IEEE 754's binary16: 11 significant bits, up to 65504. */
public final class HalfFloat {
    /** The largest number. */
    public static final float MAX = 65504f;

    private static final int INFINITE = 0x7C00;
    private static final int SIGN = 0x8000;
    /** Half-way between {@link #MAX} and what would come next: from here on a number rounds to infinity. */
    private static final int OVERFLOW = Float.floatToRawIntBits(65520f);
    /** The smallest normal number, two to the power of -14. */
    private static final int NORMAL = Float.floatToRawIntBits(0x1p-14f);

    private HalfFloat() {}

    /** The nearest number of 16 bits, of two that are equally near the even one; infinity for what is too large. */
    public static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & SIGN;
        int magnitude = bits & 0x7FFF_FFFF;
        if (magnitude >= OVERFLOW) {
            boolean isNan = magnitude > 0x7F80_0000;
            return (short) (sign | INFINITE | (isNan ? 0x200 | ((magnitude >>> 13) & 0x1FF) : 0));
        }
        if (magnitude < NORMAL) {
            // adding this constant leaves the multiple of 2^-24 in the lowest bits, rounded as additions are
            float shifted = Float.intBitsToFloat(magnitude) + 0.5f;
            return (short) (sign | (Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(0.5f)));
        }
        int odd = (magnitude >>> 13) & 1;
        int rounded = magnitude + 0xFFF + odd;
        return (short) (sign | ((rounded - (112 << 23)) >>> 13));
    }

    /** The same number. */
    public static float toFloat(short half) {
        int sign = (half & SIGN) << 16;
        int exponent = (half >>> 10) & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return Float.intBitsToFloat(Float.floatToRawIntBits(magnitude) | sign);
        }
        int high = exponent == 0x1F ? 0xFF : exponent + 112;
        return Float.intBitsToFloat(sign | (high << 23) | (fraction << 13));
    }

    /** A number as it comes back when it was stored in 16 bits. */
    public static float rounded(float value) {
        return toFloat(of(value));
    }
}
