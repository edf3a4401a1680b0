package dev.azoth.type;

import java.util.List;

/**
 * Several ranges in their order, between which something lies; on PostgreSQL from 14 on.
 *
 * @param range the type of each
 */
public record MultirangeType<T extends Comparable<? super T>>(RangeType<T> range) implements SqlType<List<Range<T>>> {
    @Override
    @SuppressWarnings("unchecked") // a list's class says nothing of its elements
    public Class<List<Range<T>>> javaType() {
        return (Class<List<Range<T>>>) (Class<?>) List.class;
    }

    @Override
    public String name() {
        return range.multiName();
    }

    @Override
    public boolean same(List<Range<T>> left, List<Range<T>> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!range.same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }
}
