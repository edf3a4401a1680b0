package dev.azoth.dialect;

import dev.azoth.ErrorFields;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.inspect.Introspection;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import dev.azoth.type.ServerInfo;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that Azoth knows about one database product. Found through {@link java.util.ServiceLoader}; the built-in ones have no privilege
 * that another lacks.
 *
 * <p>Implementations are public, have a public constructor without arguments and no state, and are used by many threads.
 */
public interface Dialect {
    /** The name, in lower case: {@code postgresql}. */
    String name();

    /** Whether a URL is for this dialect. */
    boolean accepts(DatabaseUrl url);

    /** Whether a URL may have something else after the scheme than {@code //host/database}: {@link DatabaseUrl#opaque}. */
    default boolean takesOpaqueUrls() {
        return false;
    }

    /** Whether a connection that the caller made leads to this product, by the name that its driver tells. */
    boolean recognizes(String productName, String driverName);

    /** How a URL is connected to through JDBC. */
    JdbcTarget target(DatabaseUrl url);

    /** Prepares a connection that Azoth opened itself, before anybody has it. */
    default void opened(Connection connection) throws SQLException {}

    /** What a statement's compilation may know about the server, read over a new connection. */
    ServerInfo serverInfo(Connection connection) throws SQLException;

    /** The server assumed when a statement is written without a connection: the newest one that is tested. */
    ServerInfo assumedServer();

    /** The SQL of a server. */
    SqlLanguage language(ServerInfo server);

    /** What to do when no connection to a URL could be made, where the driver's own words do not tell it; they are told too. */
    default Optional<String> advice(DatabaseUrl url, SQLException failure) {
        return Optional.empty();
    }

    /**
     * What an exception of the driver means.
     *
     * <p>Never throws; an unknown one is of kind {@link dev.azoth.ErrorKind#UNKNOWN}.
     */
    ErrorFields error(SQLException exception);

    /** How tables, columns, keys and indexes are read. */
    Introspection introspection();

    /** How a dialect inserts many rows. */
    default BulkInsert bulkInsert(ServerInfo server) {
        return BulkInsert.rows(1_000, 30_000);
    }

    /**
     * Statements that let only one transaction at a time change the schema, until it ends; run at its beginning. None where creating
     * what is there already fails harmlessly.
     */
    default List<String> lockSchema() {
        return List.of();
    }

    /** Statements that undo {@link #lockSchema} where the end of the transaction does not. */
    default List<String> unlockSchema() {
        return List.of();
    }

    /**
     * Has the database refuse changes over a connection, or not; called outside a transaction.
     *
     * @throws dev.azoth.InvalidRequestException if it has no such transactions
     */
    default void readOnly(Connection connection, boolean on) throws SQLException {
        connection.setReadOnly(on);
    }

    /**
     * Has serializable, read-only transactions over a connection be deferrable, or not; called outside a transaction.
     *
     * @throws dev.azoth.InvalidRequestException if the database has no such transactions
     */
    default void deferrable(Connection connection, boolean on) throws SQLException {
        throw new InvalidRequestException(name() + " has no deferrable transactions");
    }

    /** The statement that begins a savepoint; the name is plain. */
    default String savepoint(String name) {
        return "SAVEPOINT " + name;
    }

    /** The statement that returns to a savepoint. */
    default String rollbackTo(String name) {
        return "ROLLBACK TO SAVEPOINT " + name;
    }

    /** The statement that forgets a savepoint, keeping what was done. */
    default String release(String name) {
        return "RELEASE SAVEPOINT " + name;
    }

    /**
     * Sets the isolation level of a connection's transactions.
     *
     * @param level a number of {@link Connection}, which the connection does not have already
     */
    default void isolate(Connection connection, int level) throws SQLException {
        connection.setTransactionIsolation(level);
    }

    /** Ends a transaction, keeping what was done; fails where the database would undo it without a word. */
    default void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /** Ends a transaction, undoing what was done. */
    default void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /**
     * A statement after which the transaction goes on even if it failed: the statement itself where an error undoes no more than that; where
     * it ends the transaction, one text in which the statement stands second, between setting a savepoint and releasing it; empty
     * where that is not possible.
     *
     * @param savepoint the name for such a savepoint, which is plain
     */
    default String guarded(String statement, String savepoint) {
        return statement;
    }

    /** A faster way than INSERT to load rows into these columns of a table; empty where there is none. */
    default Optional<RowLoader> loader(NamedTable table, List<ColumnReference<?>> columns, SqlLanguage language) {
        return Optional.empty();
    }

    /** Whether a batch saves round trips; else its rows are executed one after the other. */
    default boolean sendsBatches() {
        return true;
    }

    /** The index of the row for which a batch failed; empty where the driver does not tell. */
    default OptionalInt failedRow(BatchUpdateException exception) {
        return FailedBatch.byCounts(exception.getUpdateCounts());
    }

    /**
     * The fetch size that makes the driver read rows as they are asked for, rather than all at once; 0 where it always does.
     *
     * @param wanted the rows wanted at a time
     */
    default int streamingFetchSize(int wanted) {
        return wanted;
    }

    /** Whether other statements run on a connection while a result of it streams, without the driver reading all of it into memory first. */
    default boolean streamsBesideOthers() {
        return true;
    }

    /** Whether foreign keys can say what becomes of a row when the row that it refers to goes, or gets another key. */
    default boolean hasReferentialActions() {
        return true;
    }

    /** From how many rows on a {@link #loader} is better than an insert that returns nothing, whatever the rows are; by default it never is. */
    default int loadsFrom() {
        return Integer.MAX_VALUE;
    }
}
