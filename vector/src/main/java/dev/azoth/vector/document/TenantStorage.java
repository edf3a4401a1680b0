package dev.azoth.vector.document;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;

/**
 * What a database does for the tenants of a collection beyond a column that says whose a document is. By default nothing.
 *
 * <p>Implementations have no state and are used by many threads.
 */
public interface TenantStorage {
    /**
     * Has the table made as its tenancy asks for, before it is used.
     *
     * @throws InvalidRequestException if the server cannot watch over its rows, and is asked to
     */
    default void declare(DocumentTable table) {
        if (table.tenancy().orElseThrow().rowSecurity()) {
            throw new InvalidRequestException(
                    "row security for the collection " + table.name()
                            + " is asked for, which PostgreSQL alone has: leave withRowSecurity() out, and each statement still says whose documents it means");
        }
    }

    /** Refuses a table that is there and was made with another tenancy. */
    default void check(Engine engine, DocumentTable table) {}

    /** Tells the server whose documents the transaction is about. */
    default void enter(Connection connection, DocumentTable table, String tenant) {}

    /** Makes what a tenant has of its own, unless it is there. */
    default void add(Connection connection, DocumentTable table, String tenant, VectorIndex index, Metric metric) {}

    /** What went wrong in work for a tenant, in words that tell what to do where the server's do not. */
    default RuntimeException explained(DatabaseException failure, DocumentTable table, String tenant) {
        return failure;
    }

    /** Drops what a tenant has of its own, and says whether its documents are gone by that. */
    default boolean drop(Connection connection, DocumentTable table, String tenant) {
        return false;
    }
}
