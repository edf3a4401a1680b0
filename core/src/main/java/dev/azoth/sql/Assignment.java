package dev.azoth.sql;

/** {@code column = value} in SET. */
public record Assignment<T>(ColumnReference<T> column, Expression<? extends T> value) implements Node {
    @Override
    public void describe(Structure out) {
        out.node(column).node(value);
    }
}
