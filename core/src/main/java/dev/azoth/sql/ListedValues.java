package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Values that are bound when the statement runs and may be none. */
public record ListedValues<T>(SqlType<T> type, List<T> values) implements Listed<T> {
    static <T> ListedValues<T> of(SqlType<T> type, Collection<? extends T> values) {
        List<T> copy = new ArrayList<>(values.size());
        for (T value : values) {
            if (value == null) {
                throw new IllegalArgumentException("null at index " + copy.size()
                        + " of an IN list equals nothing: leave it out, and add .or(x.isNull())");
            }
            copy.add(value);
        }
        return new ListedValues<>(type, Collections.unmodifiableList(copy));
    }

    @Override
    public void describe(Structure out) {
        out.expanding(this);
    }
}
