package dev.azoth.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** {@code left [NOT] IN (values)}; the values are bound when the statement runs and may be none. */
public record InList<T>(Expression<T> left, List<T> values, boolean negated) implements Condition {
    static <T> InList<T> of(Expression<T> left, Collection<? extends T> values, boolean negated) {
        List<T> copy = new ArrayList<>(values.size());
        for (T value : values) {
            if (value == null) {
                throw new IllegalArgumentException("null at index " + copy.size()
                        + " of an IN list equals nothing: leave it out, and add .or(x.isNull())");
            }
            copy.add(value);
        }
        return new InList<>(left, Collections.unmodifiableList(copy), negated);
    }

    @Override
    public void describe(Structure out) {
        out.node(left).value(negated).expanding(this);
    }

    @Override
    public Condition not() {
        return new InList<>(left, values, !negated);
    }
}
