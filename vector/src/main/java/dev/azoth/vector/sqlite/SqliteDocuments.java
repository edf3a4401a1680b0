package dev.azoth.vector.sqlite;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.type.Json;
import dev.azoth.type.ServerInfo;
import dev.azoth.vector.document.DocumentStorage;
import dev.azoth.vector.document.DocumentTable;
import dev.azoth.vector.document.VectorSink;
import dev.azoth.vector.document.WordSearch;
import dev.azoth.vector.filter.Filter;
import java.util.List;
import java.util.Optional;

/** Filters by SQLite's JSON functions, words by its full text search, and vectors many at a time. */
public final class SqliteDocuments implements DocumentStorage {
    /** For the service loader. */
    public SqliteDocuments() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("sqlite");
    }

    @Override
    public Optional<Condition> filter(Filter filter, Expression<Json> metadata) {
        return Optional.of(new SqliteFilters(metadata).render(filter));
    }

    @Override
    public List<IndexStatement> wordIndexes(Engine engine, DocumentTable table, String language) {
        return new SqliteWords(engine, table).statements(language);
    }

    @Override
    public List<String> leftOver(Engine engine, DocumentTable table) {
        return new SqliteWords(engine, table).drop();
    }

    @Override
    public Optional<WordSearch> words(DocumentTable table, String language, String query) {
        return Optional.of(SqliteWords.search(table, query));
    }

    @Override
    public void scan(Connection connection, DocumentTable table, Optional<Condition> condition, VectorSink sink) {
        if (SqliteScan.isFor(connection)) {
            new SqliteScan(connection, table).run(condition, sink);
        } else {
            DocumentStorage.super.scan(connection, table, condition, sink);
        }
    }
}
