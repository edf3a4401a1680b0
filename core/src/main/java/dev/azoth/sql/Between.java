package dev.azoth.sql;

/** {@code operand [NOT] BETWEEN low AND high}. */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean negated)
        implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(operand).node(low).node(high).value(negated);
    }

    @Override
    public Condition not() {
        return new Between(operand, low, high, !negated);
    }
}
