package dev.azoth.vector.postgresql;

import dev.azoth.vector.SparseVector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text form of pgvector's {@code vector}, {@code [1,2.5,-3e-05]}, which comes where a pooler keeps the driver from asking for bytes.
 *
 * <p>An element of up to 15 digits is read as a whole number and divided by a power of ten, both of which a double holds exactly, so that the
 * quotient is rounded once. It is rounded a second time to a float: the only doubles for which that could differ from rounding once lie half-way
 * between two floats, and take the slow way, as all other numbers do.
 */
final class VectorText {
    private static final double[] POWERS = new double[23];
    private static final long MOST_DIGITS = 100_000_000_000_000L;
    private static final long BELOW_FLOAT = 0x1FFF_FFFFL;
    private static final long HALF_WAY = 0x1000_0000L;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final byte[] text;
    private int at;

    private VectorText(byte[] text) {
        this.text = text;
    }

    static String write(float[] vector) {
        StringBuilder out = new StringBuilder(vector.length * 12).append('[');
        for (int i = 0; i < vector.length; i++) {
            out.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return out.append(']').toString();
    }

    static float[] read(String text) {
        return read(text.getBytes(StandardCharsets.US_ASCII));
    }

    static boolean isText(byte[] value) {
        // in the binary form this would be a vector of more dimensions than there can be
        return value.length > 0 && value[0] == '[';
    }

    static float[] read(byte[] text) {
        return new VectorText(text).vector();
    }

    private float[] vector() {
        float[] vector = new float[Math.max(1, text.length / 8)];
        int size = 0;
        expect('[');
        do {
            if (size == vector.length) {
                vector = Arrays.copyOf(vector, size * 2);
            }
            vector[size++] = element();
        } while (next(','));
        expect(']');
        return Arrays.copyOf(vector, size);
    }

    /** The text form of a sparse vector, <code>{1:1.5,3:-2}/5</code>. */
    static SparseVector readSparse(byte[] text) {
        return new VectorText(text).sparse();
    }

    private SparseVector sparse() {
        int[] indices = new int[Math.max(1, text.length / 8)];
        float[] values = new float[indices.length];
        int size = 0;
        expect('{');
        while (at < text.length && text[at] != '}') {
            if (size == indices.length) {
                indices = Arrays.copyOf(indices, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            indices[size] = whole() - 1;
            expect(':');
            values[size++] = element();
            next(',');
        }
        expect('}');
        expect('/');
        return SparseVector.of(whole(), Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    private int whole() {
        long number = 0;
        int start = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && number <= Integer.MAX_VALUE) {
            number = number * 10 + (text[at++] - '0');
        }
        if (at == start || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no vector: expected a number at character " + start);
        }
        return (int) number;
    }

    private float element() {
        int start = at;
        boolean negative = next('-');
        int first = at;
        long digits = 0;
        int scale = 0;
        boolean point = false;
        for (; at < text.length && digits < MOST_DIGITS; at++) {
            byte c = text[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                scale += point ? 1 : 0;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        boolean empty = at == first;
        if (next('e')) {
            scale -= exponent();
        }
        boolean ended = at < text.length && isEnd(text[at]);
        if (empty || !ended || Math.abs(scale) >= POWERS.length) {
            return slow(start);
        }
        double value = scale >= 0 ? digits / POWERS[scale] : digits * POWERS[-scale];
        boolean tie = (Double.doubleToRawLongBits(value) & BELOW_FLOAT) == HALF_WAY;
        boolean small = value != 0 && value < Float.MIN_NORMAL;
        return tie || small ? slow(start) : (float) (negative ? -value : value);
    }

    private int exponent() {
        boolean negative = next('-');
        next('+');
        int exponent = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && exponent < 1000) {
            exponent = exponent * 10 + (text[at++] - '0');
        }
        return negative ? -exponent : exponent;
    }

    private float slow(int start) {
        int end = start;
        while (end < text.length && !isEnd(text[end])) {
            end++;
        }
        at = end;
        return Float.parseFloat(new String(text, start, end - start, StandardCharsets.US_ASCII));
    }

    private static boolean isEnd(byte c) {
        return c == ',' || c == ']' || c == '}';
    }

    private boolean next(char c) {
        if (at < text.length && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!next(c)) {
            throw new IllegalArgumentException("no vector: expected '" + c + "' at character " + at);
        }
    }
}
