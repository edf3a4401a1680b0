package dev.azoth.vector.document;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.type.Json;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.filter.Filter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one database can do for collections of documents beyond storing their vectors, which is {@link dev.azoth.vector.VectorStorage}'s. Found through
 * {@link java.util.ServiceLoader}; a database without one has what the methods here do by default.
 *
 * <p>Implementations have no state and are used by many threads.
 */
public interface DocumentStorage {
    /** The storage for a server: the first that serves it, else one that does what the methods here do. */
    static DocumentStorage of(ServerInfo server) {
        return KnownDocumentStorages.of(server);
    }

    /** Whether it is for this server. */
    boolean serves(ServerInfo server);

    /**
     * The type of the ids: text that differs as soon as one character does, by case, accent or a space at the end.
     *
     * @param length the most characters
     */
    default SqlType<String> idType(int length) {
        return Types.VARCHAR(length);
    }

    /** A filter as a condition on a column with metadata; empty where the server cannot test it, so that it is tested in Java. */
    default Optional<Condition> filter(Filter filter, Expression<Json> metadata) {
        return Optional.empty();
    }

    /**
     * The indexes that a collection should have; none where the server has no such indexes.
     *
     * @param index how near vectors are found
     * @throws dev.azoth.InvalidRequestException if the server has such an index, but not for this collection, saying why
     */
    default List<IndexStatement> indexes(Engine engine, DocumentTable table, VectorIndex index, Metric metric) {
        return List.of();
    }

    /**
     * An index, and the statement that creates it and does nothing if it is there.
     *
     * @param name    its name, not quoted
     * @param isTable whether it is a table to the inspector
     */
    record IndexStatement(String name, String sql, boolean isTable) {
        /** An index that the inspector tells of its table. */
        public IndexStatement(String name, String sql) {
            this(name, sql, false);
        }
    }

    /** What the server does for the tenants of a collection. */
    default TenantStorage tenants() {
        return new TenantStorage() {};
    }

    /**
     * What makes the words of the texts be found fast; nothing where the server has no such index.
     *
     * @param language whose words they are, by the server's name for it; empty for its own choice
     */
    default List<IndexStatement> wordIndexes(Engine engine, DocumentTable table, String language) {
        return List.of();
    }

    /** What is left of a collection when its table is dropped, to be dropped too. */
    default List<String> leftOver(Engine engine, DocumentTable table) {
        return List.of();
    }

    /** The documents that have certain words; empty where the server finds none, so that they are looked for in Java. */
    default Optional<WordSearch> words(DocumentTable table, String language, String query) {
        return Optional.empty();
    }

    /**
     * Whether an index of a table, by its method as the inspector tells it, gives near vectors rather than exactly the nearest.
     *
     * @param method such as {@code hnsw}
     */
    default boolean isApproximate(String method) {
        return false;
    }

    /**
     * Runs a search that an approximate index serves, so that it finds enough.
     *
     * @param search sorted by a distance, and limited
     * @param exact  the same, written so that no index serves it
     */
    default List<Row> nearest(Connection connection, Select<Row> search, Select<Row> exact, Effort effort) {
        return connection.execute(search).all();
    }

    /**
     * What an index should do for a search.
     *
     * @param rows       the rows that the index is limited to
     * @param candidates the candidates to look at, at least
     * @param filtered   whether some of them are dropped for their metadata, so that it must go on until it has enough
     * @param near       whether a row came by the index; others may have come by their words
     */
    record Effort(int rows, int candidates, boolean filtered, Predicate<Row> near) {
        /** Whether fewer came by the index than it is limited to. */
        public boolean isShort(List<Row> found) {
            return found.stream().filter(near).count() < rows;
        }
    }

    /**
     * Reads vectors for a search whose distances are computed in Java, as fast as the server gives them.
     *
     * @param condition whose documents' vectors; empty for all
     */
    default void scan(Connection connection, DocumentTable table, Optional<Condition> condition, VectorSink sink) {
        new RowScan(connection, table).run(condition, sink);
    }

    /** Inserts many rows; their ids are new. */
    default void insert(Connection connection, Insert<Row> insert, ParameterRows rows) {
        connection.execute(insert, rows);
    }
}
