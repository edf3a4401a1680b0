package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import java.sql.Connection;

/** How transactions that run at the same time see each other. What a level means exactly, the database says. */
public enum IsolationLevel {
    /** Sees what others have not committed. */
    READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),
    /** Each statement sees what was committed before it. */
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    /** All statements see what was committed before the first. */
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
    /** As if transactions ran one after another; some fail and are to be run again. */
    SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE),
    /** No transactions: each statement is kept at once. */
    AUTOCOMMIT(Connection.TRANSACTION_NONE);

    private final int jdbc;

    IsolationLevel(int jdbc) {
        this.jdbc = jdbc;
    }

    /** The level of a number of JDBC's. */
    static IsolationLevel of(int jdbc) {
        for (IsolationLevel each : values()) {
            if (each.jdbc == jdbc) {
                return each;
            }
        }
        throw new InvalidRequestException("the driver tells of an isolation level that SQL does not know: " + jdbc);
    }

    int jdbc() {
        return jdbc;
    }
}
