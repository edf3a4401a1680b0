package dev.azoth.sql;

/** {@code (a, b) op (c, d)}. */
public record RowComparison(RowValue left, Operator operator, RowValue right) implements RowCondition {
    @Override
    public void describe(Structure out) {
        out.node(left).value(operator).node(right);
    }
}
