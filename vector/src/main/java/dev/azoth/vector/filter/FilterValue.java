package dev.azoth.vector.filter;

import dev.azoth.vector.UnicodeText;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The values that filters compare with: strings, booleans and numbers, the latter as JSON has them. */
final class FilterValue {
    private FilterValue() {}

    static Object of(@Nullable Object value) {
        if (value instanceof String text) {
            checkText(text, "a string of a filter");
            return text;
        } else if (value instanceof Boolean) {
            return value;
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value == null) {
            throw new IllegalArgumentException("a filter compares with no null: use isNull()");
        }
        throw new IllegalArgumentException("a filter compares with a string, a number or a boolean, not with "
                + value.getClass().getName());
    }

    static Object ordered(@Nullable Object value) {
        if (value instanceof Boolean) {
            throw new IllegalArgumentException("a boolean is neither less nor greater than another: use eq(…)");
        }
        return of(value);
    }

    private static Object number(Number number) {
        if (number instanceof BigDecimal) {
            return number;
        } else if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        } else if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("a filter compares with finite numbers, not with " + number);
            }
            return new BigDecimal(number.toString());
        }
        return number.longValue();
    }

    static void checkText(String text, String place) {
        UnicodeText.check(text, place);
    }

    static boolean equal(@Nullable Object found, Object wanted) {
        return sameKind(found, wanted)
                && (found instanceof Boolean ? found.equals(wanted) : compare(found, wanted) == 0);
    }

    static boolean sameKind(@Nullable Object found, Object wanted) {
        return wanted instanceof Number
                ? found instanceof Number
                : wanted instanceof String ? found instanceof String : found instanceof Boolean;
    }

    /** Both of the same kind: numbers by value, strings by the codes of their characters, which is the order of their UTF-8 bytes. */
    static int compare(@Nullable Object found, Object wanted) {
        if (found instanceof Number left && wanted instanceof Number right) {
            return decimal(left).compareTo(decimal(right));
        } else if (found instanceof String left && wanted instanceof String right) {
            return byCodePoint(left, right);
        }
        throw new IllegalArgumentException("not of the same kind: " + found + " and " + wanted);
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    /** {@code String.compareTo} is by the units of UTF-16, in which characters above U+FFFF come before some below. */
    private static int byCodePoint(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
