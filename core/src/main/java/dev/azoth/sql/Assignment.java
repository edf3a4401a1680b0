package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.List;

/** {@code column = value} in SET. */
public record Assignment<T>(ColumnReference<T> column, Expression<? extends T> value) implements Node {
    /** An assignment of a value that is of the column's class, as the caller knows. */
    @SuppressWarnings("unchecked") // as it says
    static <V> Assignment<V> of(ColumnReference<V> column, Expression<?> value) {
        return new Assignment<>(column, (Expression<? extends V>) value);
    }

    /**
     * These and another one.
     *
     * @throws InvalidRequestException if the column is set by one of these: databases would refuse that, or silently take one of both
     */
    static List<Assignment<?>> with(List<Assignment<?>> before, Assignment<?> added) {
        for (Assignment<?> each : before) {
            if (each.column().equals(added.column())) {
                throw new InvalidRequestException("column " + added.column().name() + " is set already");
            }
        }
        return SelectParts.appended(before, List.of(added));
    }

    /** Whether an upsert leaves a column with the value that the insert would have given it. */
    public boolean keeps(ColumnReference<?> other) {
        return column != other || (value instanceof Excluded<?> excluded && excluded.column() == other);
    }

    @Override
    public void describe(Structure out) {
        out.node(column).node(value);
    }
}
