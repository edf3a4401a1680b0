package dev.azoth.sql;

/** {@code left op right} with one of the six comparisons. */
public record Comparison(Expression<?> left, Operator operator, Expression<?> right) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(left).value(operator).node(right);
    }

    @Override
    public Condition not() {
        // what is not greater than one may be greater than another
        return left instanceof Quantified || right instanceof Quantified
                ? new Negation(this)
                : new Comparison(left, operator.negation(), right);
    }
}
