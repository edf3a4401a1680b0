package dev.azoth.sql;

import dev.azoth.type.Range;
import dev.azoth.type.RangeType;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;

/**
 * What can be done with a range; see {@link Sql#range}. Only PostgreSQL has ranges.
 *
 * @param range   the range
 * @param element the type of its bounds
 */
public record RangeOperations<T extends Comparable<? super T>>(Expression<Range<T>> range, SqlType<T> element) {
    static <T extends Comparable<? super T>> RangeOperations<T> of(Expression<Range<T>> range) {
        if (range.type() instanceof RangeType<T> type) {
            return new RangeOperations<>(range, type.element());
        }
        throw new IllegalArgumentException(
                range + " is of the type " + range.type().name() + ": give it one of Types.range(…), with cast(…)");
    }

    /** Whether the value is in it. */
    public Condition contains(T value) {
        return contains(new Bind<>(element, value));
    }

    /** Whether the value is in it. */
    public Condition contains(Expression<? extends T> value) {
        return test("range_contains", value);
    }

    /** Whether all of the other is in it. */
    public Condition contains(Range<T> other) {
        return containsRange(bound(other));
    }

    /** Whether all of the other is in it. */
    public Condition containsRange(Expression<Range<T>> other) {
        return test("range_contains", other);
    }

    /** Whether all of it is in the other. */
    public Condition containedBy(Range<T> other) {
        return containedBy(bound(other));
    }

    /** Whether all of it is in the other. */
    public Condition containedBy(Expression<Range<T>> other) {
        return Condition.of(Sql.function("range_contains", Types.BOOLEAN, other, range));
    }

    /** Whether a value is in both. */
    public Condition overlaps(Range<T> other) {
        return overlaps(bound(other));
    }

    /** Whether a value is in both. */
    public Condition overlaps(Expression<Range<T>> other) {
        return test("range_overlaps", other);
    }

    /** Whether it ends before the other begins. */
    public Condition before(Range<T> other) {
        return before(bound(other));
    }

    /** Whether it ends before the other begins. */
    public Condition before(Expression<Range<T>> other) {
        return test("range_before", other);
    }

    /** Whether it begins after the other's end. */
    public Condition after(Range<T> other) {
        return after(bound(other));
    }

    /** Whether it begins after the other's end. */
    public Condition after(Expression<Range<T>> other) {
        return Condition.of(Sql.function("range_before", Types.BOOLEAN, other, range));
    }

    /** Whether one begins where the other ends. */
    public Condition adjacent(Range<T> other) {
        return adjacent(bound(other));
    }

    /** Whether one begins where the other ends. */
    public Condition adjacent(Expression<Range<T>> other) {
        return test("range_adjacent", other);
    }

    /** What is in one of them; an error of the database if something lies between them. */
    public Expression<Range<T>> union(Range<T> other) {
        return call("range_union", bound(other));
    }

    /** What is in one of them; an error of the database if something lies between them. */
    public Expression<Range<T>> union(Expression<Range<T>> other) {
        return call("range_union", other);
    }

    /** What is in both. */
    public Expression<Range<T>> intersection(Range<T> other) {
        return call("range_intersection", bound(other));
    }

    /** What is in both. */
    public Expression<Range<T>> intersection(Expression<Range<T>> other) {
        return call("range_intersection", other);
    }

    /** What is not in the other; an error of the database if that is two ranges. */
    public Expression<Range<T>> minus(Range<T> other) {
        return call("range_minus", bound(other));
    }

    /** What is not in the other; an error of the database if that is two ranges. */
    public Expression<Range<T>> minus(Expression<Range<T>> other) {
        return call("range_minus", other);
    }

    /** The lower bound; null of one that has none, and of an empty one. */
    public Expression<T> lower() {
        return Sql.function("range_lower", element, range);
    }

    /** The upper bound; null of one that has none, and of an empty one. */
    public Expression<T> upper() {
        return Sql.function("range_upper", element, range);
    }

    /** Whether nothing is in it. */
    public Condition isEmpty() {
        return Condition.of(Sql.function("range_empty", Types.BOOLEAN, range));
    }

    private Expression<Range<T>> call(String function, Expression<Range<T>> other) {
        return Sql.function(function, range.type(), range, other);
    }

    private Condition test(String function, Expression<?> other) {
        return Condition.of(Sql.function(function, Types.BOOLEAN, range, other));
    }

    private Bind<Range<T>> bound(Range<T> other) {
        return new Bind<>(range.type(), other);
    }
}
