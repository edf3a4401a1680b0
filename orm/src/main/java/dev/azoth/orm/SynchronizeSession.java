package dev.azoth.orm;

import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;

/**
 * How a session learns which of its objects an UPDATE or a DELETE of an entity has met: an option of {@link Session#execute(dev.azoth.sql.Statement,
 * QueryOption...)}.
 */
public enum SynchronizeSession implements QueryOption {
    /** {@link #EVALUATE} where Java certainly comes to what the database comes to, else {@link #FETCH}. */
    AUTO,
    /**
     * The condition and the values are computed in Java, from what the session knows of its objects. Comparisons of whole numbers, dates, booleans, enums and UUIDs,
     * IS NULL, AND, OR and NOT can be; anything else is refused.
     */
    EVALUATE,
    /** The database says which rows were met, and what they have now: by RETURNING, or by reading them. */
    FETCH,
    /** Not at all: objects do not learn of the change until they are refreshed. */
    OFF;

    @Override
    public void describe(Structure out) {
        out.value(this);
    }
}
