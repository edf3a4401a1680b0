package dev.azoth.sql;

/** A boolean value as a condition: {@code active}, or {@code active = 1} where a value is no condition. */
public record Truth(Expression<Boolean> operand) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(operand);
    }
}
