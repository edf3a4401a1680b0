package dev.azoth.proof;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as SQL compares them. */
final class Values {
    private Values() {}

    /** Less than, equal to or more than 0; neither is null. */
    @SuppressWarnings("unchecked") // both are of one class
    static int compare(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return decimal(one).compareTo(decimal(other));
        } else if (one instanceof String text) {
            return compareCodePoints(text, (String) other);
        }
        return ((Comparable<Object>) one).compareTo(other);
    }

    private static int compareCodePoints(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return java.util.Arrays.compare(left, right);
    }

    static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** The same, where null is a value like others. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return (one == null || other == null) ? one == other : compare(one, other) == 0;
    }

    static boolean same(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value that was read is the one expected; of floating-point numbers the first ten digits count. */
    static boolean isRead(@Nullable Object expected, @Nullable Object read) {
        if (expected instanceof Double || read instanceof Double) {
            return expected != null
                    && read != null
                    && Math.abs(decimal(expected).doubleValue() - decimal(read).doubleValue())
                            <= 1e-10 * Math.max(1, Math.abs(decimal(expected).doubleValue()));
        }
        return same(expected, read);
    }

    static boolean areRead(List<?> expected, List<?> read) {
        if (expected.size() != read.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!isRead(expected.get(i), read.get(i))) {
                return false;
            }
        }
        return true;
    }
}
