package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.List;

/**
 * {@code ANY (array)} or {@code ALL (array)}, on the right side of a comparison, which is unknown of an array that is null.
 *
 * @param every whether the comparison must hold for all elements, and not for one
 */
public record QuantifiedArray<T>(boolean every, Expression<List<T>> array, SqlType<T> type) implements Expression<T> {
    @Override
    public void describe(Structure out) {
        out.value(every).node(array).value(type);
    }
}
