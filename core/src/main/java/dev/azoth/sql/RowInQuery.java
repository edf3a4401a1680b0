package dev.azoth.sql;

/** {@code (a, b) [NOT] IN (query)}. */
public record RowInQuery(RowValue left, Query<?> query, boolean negated) implements RowCondition {
    @Override
    public void describe(Structure out) {
        out.node(left).node(query).value(negated);
    }

    @Override
    public Condition not() {
        return new RowInQuery(left, query, !negated);
    }
}
