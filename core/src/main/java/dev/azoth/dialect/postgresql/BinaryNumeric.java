package dev.azoth.dialect.postgresql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** NUMERIC as bytes: digits of base 10,000, the power of the first of them, the sign, and how many decimal digits are shown. */
final class BinaryNumeric {
    private static final int DIGITS = 4;
    private static final BigInteger BASE = BigInteger.valueOf(10_000);
    private static final int NEGATIVE = 0x4000;
    private static final int MOST_SCALE = 16_383;

    private BinaryNumeric() {}

    static byte[] of(BigDecimal value) {
        BigDecimal shown = value.scale() < 0 ? value.setScale(0) : value;
        if (shown.scale() > MOST_SCALE) {
            throw new IllegalArgumentException("NUMERIC has no more than " + MOST_SCALE + " digits after the point");
        }
        int groups = (shown.scale() + DIGITS - 1) / DIGITS;
        List<Integer> digits =
                digits(shown.setScale(groups * DIGITS).unscaledValue().abs());
        int weight = digits.size() - groups - 1;
        while (!digits.isEmpty() && digits.get(digits.size() - 1) == 0) {
            digits.remove(digits.size() - 1);
        }
        ByteBuffer out = ByteBuffer.allocate((4 + digits.size()) * Short.BYTES);
        out.putShort((short) digits.size()).putShort((short) (digits.isEmpty() ? 0 : weight));
        out.putShort((short) (shown.signum() < 0 ? NEGATIVE : 0)).putShort((short) shown.scale());
        digits.forEach(digit -> out.putShort(digit.shortValue()));
        return out.array();
    }

    /** From the first, which is not zero, to the last. */
    private static List<Integer> digits(BigInteger number) {
        List<Integer> digits = new ArrayList<>();
        BigInteger rest = number;
        while (rest.bitLength() > 62) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits.add(parts[1].intValue());
            rest = parts[0];
        }
        for (long small = rest.longValue(); small > 0; small /= 10_000) {
            digits.add((int) (small % 10_000));
        }
        Collections.reverse(digits);
        return digits;
    }
}
