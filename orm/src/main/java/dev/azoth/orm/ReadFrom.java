package dev.azoth.orm;

import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;
import java.util.List;

/**
 * Where a query is read from, when a database has {@linkplain Replicas replicas}: an option of a query, of {@link Session#execute(dev.azoth.sql.Statement,
 * QueryOption...)}, and of a session. Without replicas it says nothing.
 */
public enum ReadFrom implements QueryOption {
    /**
     * A replica, as long as the session has written nothing to the database: neither in this transaction nor in one that it committed. What a session reads for itself,
     * for a merge, a refresh or a flush, comes from the primary. So do queries that lock rows or are text, and all that follow: they count as written.
     */
    AUTO,
    /** The primary. */
    PRIMARY,
    /** A replica, though the session may have written what that does not show yet. The exceptions of {@link #AUTO} hold here too. */
    REPLICA;

    /** What the last of some options says. */
    public static ReadFrom of(List<? extends QueryOption> options) {
        ReadFrom from = AUTO;
        for (QueryOption each : options) {
            from = each instanceof ReadFrom said ? said : from;
        }
        return from;
    }

    @Override
    public void describe(Structure out) {
        out.value(this);
    }
}
