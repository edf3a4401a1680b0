package dev.azoth.orm;

/**
 * What a session does when the same query runs again and again from one line of the program: the N+1 queries that a loader option would make one.
 *
 * @param limit    how often one line may run the same query in a session
 * @param reaction what happens beyond that
 */
public record RepeatedLoads(int limit, Reaction reaction) {
    /** Looks for none, and costs nothing. */
    public static final RepeatedLoads ALLOWED = new RepeatedLoads(Integer.MAX_VALUE, Reaction.NONE);

    /** Checks the limit. */
    public RepeatedLoads {
        if (limit < 1) {
            throw new IllegalArgumentException("a query runs at least once, not " + limit + " times");
        }
    }

    /** Writes a warning when a line runs the same query more often than this; once for each line. */
    public static RepeatedLoads warnAbove(int limit) {
        return new RepeatedLoads(limit, Reaction.WARN);
    }

    /** Fails when a line runs the same query more often than this: for tests. */
    public static RepeatedLoads failAbove(int limit) {
        return new RepeatedLoads(limit, Reaction.FAIL);
    }

    /** What happens. */
    public enum Reaction {
        /** Nothing. */
        NONE,
        /** A warning in the log. */
        WARN,
        /** An {@link dev.azoth.InvalidRequestException}. */
        FAIL
    }
}
