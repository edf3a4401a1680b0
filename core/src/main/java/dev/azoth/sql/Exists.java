package dev.azoth.sql;

/** {@code EXISTS (query)}. */
public record Exists(Query<?> query) implements Condition {
    @Override
    public void describe(Structure out) {
        out.node(query);
    }
}
