package dev.azoth.sql;

/** {@code NOT operand}. */
public record Negation(Condition operand) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(operand);
    }

    @Override
    public Condition not() {
        return operand;
    }
}
