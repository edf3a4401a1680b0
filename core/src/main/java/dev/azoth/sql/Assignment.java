package dev.azoth.sql;

/** {@code column = value} in SET. */
public record Assignment<T>(ColumnReference<T> column, Expression<? extends T> value) implements Node {
    /** An assignment of a value that is of the column's class, as the caller knows. */
    @SuppressWarnings("unchecked") // as it says
    static <V> Assignment<V> of(ColumnReference<V> column, Expression<?> value) {
        return new Assignment<>(column, (Expression<? extends V>) value);
    }

    @Override
    public void describe(Structure out) {
        out.node(column).node(value);
    }
}
