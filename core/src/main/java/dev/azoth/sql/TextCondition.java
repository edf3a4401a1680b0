package dev.azoth.sql;

/** A condition written as SQL text; see {@link Sql#condition}. */
public record TextCondition(TextFragment text) implements Condition {
    /** Binds a value, or puts in an expression, for {@code :name}. */
    public TextCondition bind(String name, Object value) {
        return new TextCondition(text.bind(name, value));
    }

    @Override
    public void describe(Structure out) {
        out.node(text);
    }
}
