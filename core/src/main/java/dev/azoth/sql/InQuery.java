package dev.azoth.sql;

/** {@code left [NOT] IN (query)}. */
public record InQuery(Expression<?> left, Query<?> query, boolean negated) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(left).node(query).value(negated);
    }

    @Override
    public Condition not() {
        return new InQuery(left, query, !negated);
    }
}
