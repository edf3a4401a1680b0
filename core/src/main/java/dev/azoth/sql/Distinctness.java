package dev.azoth.sql;

/** {@code left IS [NOT] DISTINCT FROM right}: a comparison in which null equals null. */
public record Distinctness(Expression<?> left, Expression<?> right, boolean distinct) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(left).node(right).value(distinct);
    }

    @Override
    public Condition not() {
        return new Distinctness(left, right, !distinct);
    }
}
