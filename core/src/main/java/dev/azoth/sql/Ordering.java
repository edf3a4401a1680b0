package dev.azoth.sql;

/** An element of ORDER BY. */
public record Ordering(Expression<?> expression, boolean descending, Nulls nulls) implements Node, SortTerm {
    @Override
    public void describe(Structure out) {
        out.node(expression).value(descending).value(nulls);
    }

    /** Where nulls come. */
    public enum Nulls {
        /** Where the database puts them. */
        DEFAULT,
        /** Before all values. */
        FIRST,
        /** After all values. */
        LAST
    }

    @Override
    public Ordering ordering() {
        return this;
    }

    /** The same with nulls before all values. */
    public Ordering nullsFirst() {
        return new Ordering(expression, descending, Nulls.FIRST);
    }

    /** The same with nulls after all values. */
    public Ordering nullsLast() {
        return new Ordering(expression, descending, Nulls.LAST);
    }
}
