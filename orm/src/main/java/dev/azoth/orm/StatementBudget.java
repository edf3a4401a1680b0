package dev.azoth.orm;

import dev.azoth.orm.RepeatedLoads.Reaction;

/**
 * How many statements a session may send: what a request is meant to cost at the most, or a test. Rows that are sent together are one statement; savepoints, commits and
 * rollbacks are none.
 *
 * @param limit    how many statements a session may send
 * @param reaction what happens with the first beyond that
 */
public record StatementBudget(int limit, Reaction reaction) {
    /** Counts none, and costs nothing. */
    public static final StatementBudget UNLIMITED = new StatementBudget(Integer.MAX_VALUE, Reaction.NONE);

    /** Checks the limit. */
    public StatementBudget {
        if (limit < 0) {
            throw new IllegalArgumentException("a session cannot send " + limit + " statements");
        }
    }

    /** Writes a warning, once, when a session sends more statements than this. */
    public static StatementBudget warnAbove(int limit) {
        return new StatementBudget(limit, Reaction.WARN);
    }

    /**
     * Refuses to send more statements than this: for tests. A session that has spent its budget can still be rolled back and closed.
     */
    public static StatementBudget failAbove(int limit) {
        return new StatementBudget(limit, Reaction.FAIL);
    }
}
