package dev.azoth.sql;

/** What a row of a statement's result becomes. */
public sealed interface Projection {
    /** The only thing selected. */
    record Single() implements Projection {}

    /** A {@link Row} of all that is selected. */
    record Rows() implements Projection {}

    /**
     * A record whose components are, by position, the columns selected.
     *
     * @param type the record's class
     */
    record Into(Class<? extends Record> type) implements Projection {}
}
