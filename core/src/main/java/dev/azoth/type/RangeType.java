package dev.azoth.type;

import java.time.OffsetDateTime;

/**
 * A range of values, on PostgreSQL; elsewhere a statement that needs it fails to compile.
 *
 * @param element the type of the bounds: INTEGER, BIGINT, NUMERIC, DATE, TIMESTAMP or TIMESTAMPTZ
 */
public record RangeType<T extends Comparable<? super T>>(SqlType<T> element) implements SqlType<Range<T>> {
    /** Checks that there are ranges of the type. */
    public RangeType {
        word(element);
    }

    private static String word(SqlType<?> element) {
        if (element instanceof IntegerType<?> number && number.bits() > 16) {
            return number.bits() == 64 ? "INT8" : "INT4";
        } else if (element instanceof DecimalType) {
            return "NUM";
        } else if (element instanceof TemporalType<?> time && time.javaType() != OffsetDateTime.class) {
            switch (time.form()) {
                case DATE -> {
                    return "DATE";
                }
                case TIMESTAMP -> {
                    return "TS";
                }
                case TIMESTAMPTZ -> {
                    return "TSTZ";
                }
                case TIME -> {}
            }
        }
        throw new IllegalArgumentException("there are no ranges of " + element.name()
                + ", but of INTEGER, BIGINT, NUMERIC, DATE, TIMESTAMP and TIMESTAMPTZ");
    }

    @Override
    @SuppressWarnings("unchecked") // a range's class says nothing of its bounds
    public Class<Range<T>> javaType() {
        return (Class<Range<T>>) (Class<?>) Range.class;
    }

    @Override
    public String name() {
        return word(element) + "RANGE";
    }

    /** The name of the type of several ranges. */
    public String multiName() {
        return word(element) + "MULTIRANGE";
    }

    @Override
    public boolean same(Range<T> left, Range<T> right) {
        return left.contains(right) && right.contains(left);
    }
}
