package dev.azoth.sql;

/** {@code left [NOT] IN (list)}; the values are bound when the statement runs and may be none. */
public record InList<T>(Expression<T> left, Listed<T> list, boolean negated) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(left).value(negated).node(list);
    }

    @Override
    public Condition not() {
        return new InList<>(left, list, !negated);
    }
}
