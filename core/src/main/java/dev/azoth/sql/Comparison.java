package dev.azoth.sql;

/** {@code left op right} with one of the six comparisons. */
public record Comparison(Expression<?> left, Operator operator, Expression<?> right) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(left).value(operator).node(right);
    }

    @Override
    public Condition not() {
        return new Comparison(left, operator.negation(), right);
    }
}
