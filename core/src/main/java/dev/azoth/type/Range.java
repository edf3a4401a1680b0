package dev.azoth.type;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values between two bounds, as PostgreSQL's ranges are.
 *
 * <p>A range has one form, which is the server's: of whole numbers and dates the lower bound belongs to it and the upper does not, so that
 * {@code closed(1, 5)} equals {@code of(1, 6)}; and all ranges without a value are {@linkplain #empty equal}.
 */
public final class Range<T extends Comparable<? super T>> {
    private final @Nullable T lower;
    private final @Nullable T upper;
    private final boolean withLower;
    private final boolean withUpper;
    private final boolean empty;

    private Range(@Nullable T lower, boolean withLower, @Nullable T upper, boolean withUpper, boolean empty) {
        this.lower = lower;
        this.withLower = withLower;
        this.upper = upper;
        this.withUpper = withUpper;
        this.empty = empty;
    }

    /** The values from one to before another. */
    public static <T extends Comparable<? super T>> Range<T> of(T lower, T upper) {
        return between(lower, true, upper, false);
    }

    /** The values from one to another. */
    public static <T extends Comparable<? super T>> Range<T> closed(T lower, T upper) {
        return between(lower, true, upper, true);
    }

    /** This value and all that are greater. */
    public static <T extends Comparable<? super T>> Range<T> atLeast(T lower) {
        return between(lower, true, null, false);
    }

    /** All values that are less. */
    public static <T extends Comparable<? super T>> Range<T> lessThan(T upper) {
        return between(null, false, upper, false);
    }

    /** All values. */
    public static <T extends Comparable<? super T>> Range<T> all() {
        return between(null, false, null, false);
    }

    /** No value. */
    public static <T extends Comparable<? super T>> Range<T> empty() {
        return new Range<>(null, false, null, false, true);
    }

    /**
     * The values between two bounds.
     *
     * @param lower     the least, or null for no bound
     * @param withLower whether it belongs to the range
     * @param upper     the greatest, or null for no bound
     * @param withUpper whether it belongs to the range
     * @throws IllegalArgumentException if the lower is greater than the upper
     */
    public static <T extends Comparable<? super T>> Range<T> between(
            @Nullable T lower, boolean withLower, @Nullable T upper, boolean withUpper) {
        if (lower != null && upper != null) {
            int order = lower.compareTo(upper);
            if (order > 0) {
                throw new IllegalArgumentException("a range goes up, not from " + lower + " to " + upper);
            }
            if (order == 0 && !(withLower && withUpper)) {
                return empty();
            }
        }
        if (!isDiscrete(lower == null ? upper : lower)) {
            return new Range<>(lower, lower != null && withLower, upper, upper != null && withUpper, false);
        }
        T first = lower == null || withLower ? lower : next(lower);
        T end = upper == null || !withUpper ? upper : next(upper);
        return first != null && end != null && first.compareTo(end) >= 0
                ? empty()
                : new Range<>(first, first != null, end, false, false);
    }

    private static boolean isDiscrete(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof LocalDate;
    }

    /** The value after one of a discrete class. */
    @SuppressWarnings("unchecked") // what follows a value is of its class
    private static <T> T next(T value) {
        if (value instanceof Integer number) {
            return (T) (Integer) Math.addExact(number, 1);
        } else if (value instanceof Long number) {
            return (T) (Long) Math.addExact(number, 1L);
        } else if (value instanceof LocalDate date) {
            return (T) (date.equals(LocalDate.MAX) ? date : date.plusDays(1));
        }
        throw new IllegalArgumentException(value + " has no next value");
    }

    /** The lower bound, if there is one. */
    public Optional<T> lower() {
        return Optional.ofNullable(lower);
    }

    /** The upper bound, if there is one. */
    public Optional<T> upper() {
        return Optional.ofNullable(upper);
    }

    /** Whether the lower bound belongs to it. */
    public boolean withLower() {
        return withLower;
    }

    /** Whether the upper bound belongs to it. */
    public boolean withUpper() {
        return withUpper;
    }

    /** Whether it has no value. */
    public boolean isEmpty() {
        return empty;
    }

    /** Whether the value is in it. */
    public boolean contains(T value) {
        return contains(Range.closed(value, value));
    }

    /** Whether all of the other is in it. */
    public boolean contains(Range<T> other) {
        return other.empty || (!empty && fromLower(other) <= 0 && toUpper(other) >= 0);
    }

    /** Whether a value is in both. */
    public boolean overlaps(Range<T> other) {
        return !intersection(other).empty;
    }

    /** Whether it ends before the other begins. */
    public boolean isBefore(Range<T> other) {
        return !empty && !other.empty && gap(this, other) >= 0;
    }

    /** Whether one begins where the other ends. */
    public boolean isAdjacent(Range<T> other) {
        return !empty && !other.empty && (gap(this, other) == 0 || gap(other, this) == 0);
    }

    /** What is in both. */
    public Range<T> intersection(Range<T> other) {
        if (empty || other.empty || isBefore(other) || other.isBefore(this)) {
            return empty();
        }
        Range<T> low = fromLower(other) >= 0 ? this : other;
        Range<T> high = toUpper(other) <= 0 ? this : other;
        return between(low.lower, low.withLower, high.upper, high.withUpper);
    }

    /**
     * What is in one of them.
     *
     * @throws IllegalArgumentException if something lies between them
     */
    public Range<T> union(Range<T> other) {
        if (empty || other.empty) {
            return empty ? other : this;
        }
        if (!overlaps(other) && !isAdjacent(other)) {
            throw new IllegalArgumentException("something lies between " + this + " and " + other);
        }
        Range<T> low = fromLower(other) <= 0 ? this : other;
        Range<T> high = toUpper(other) >= 0 ? this : other;
        return between(low.lower, low.withLower, high.upper, high.withUpper);
    }

    /**
     * What is not in the other.
     *
     * @throws IllegalArgumentException if that is two ranges
     */
    public Range<T> minus(Range<T> other) {
        if (!overlaps(other)) {
            return this;
        }
        boolean below = fromLower(other) < 0;
        boolean above = toUpper(other) > 0;
        if (below && above) {
            throw new IllegalArgumentException(this + " without " + other + " is two ranges");
        }
        if (below) {
            return between(lower, withLower, other.lower, !other.withLower);
        }
        return above ? between(other.upper, !other.withUpper, upper, withUpper) : empty();
    }

    /** Where this begins, beside the other: less than zero if before it. */
    private int fromLower(Range<T> other) {
        if (lower == null || other.lower == null) {
            return lower == other.lower ? 0 : lower == null ? -1 : 1;
        }
        int order = lower.compareTo(other.lower);
        return order != 0 ? order : Boolean.compare(other.withLower, withLower);
    }

    /** Where this ends, beside the other: less than zero if before it. */
    private int toUpper(Range<T> other) {
        if (upper == null || other.upper == null) {
            return upper == other.upper ? 0 : upper == null ? 1 : -1;
        }
        int order = upper.compareTo(other.upper);
        return order != 0 ? order : Boolean.compare(withUpper, other.withUpper);
    }

    /** What lies between the end of the first and the beginning of the second: zero for nothing, less if they have a value in common. */
    private static <T extends Comparable<? super T>> int gap(Range<T> first, Range<T> second) {
        if (first.upper == null || second.lower == null) {
            return -1;
        }
        int order = second.lower.compareTo(first.upper);
        return order != 0
                ? order
                : first.withUpper && second.withLower ? -1 : first.withUpper || second.withLower ? 0 : 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Range<?> range
                && empty == range.empty
                && withLower == range.withLower
                && withUpper == range.withUpper
                && Objects.equals(lower, range.lower)
                && Objects.equals(upper, range.upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lower, upper, withLower, withUpper, empty);
    }

    /** As SQL writes it: {@code [1,6)}. */
    @Override
    public String toString() {
        return empty
                ? "empty"
                : (withLower ? "[" : "(") + lower().map(String::valueOf).orElse("") + ","
                        + upper().map(String::valueOf).orElse("") + (withUpper ? "]" : ")");
    }
}
