package dev.azoth.sql;

/** {@code operand IS [NOT] NULL}. */
public record IsNull(Expression<?> operand, boolean negated) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(operand).value(negated);
    }

    @Override
    public Condition not() {
        return new IsNull(operand, !negated);
    }
}
