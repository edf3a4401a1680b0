package dev.azoth.sql;

/** A boolean value as a condition: {@code active}, or {@code active = 1} where a value is no condition. */
public record Truth(Expression<Boolean> operand) implements Condition {
    /** Whether this is the constant. */
    boolean isAlways(boolean value) {
        return operand instanceof Literal<?> literal && Boolean.valueOf(value).equals(literal.value());
    }

    @Override
    public Condition not() {
        if (isAlways(true)) {
            return Sql.falseCondition();
        }
        return isAlways(false) ? Sql.trueCondition() : new Negation(this);
    }

    @Override
    public void describe(Structure out) {
        out.node(operand);
    }
}
