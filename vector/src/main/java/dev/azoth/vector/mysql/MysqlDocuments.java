package dev.azoth.vector.mysql;

import dev.azoth.engine.Engine;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.type.Json;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.vector.document.DocumentStorage;
import dev.azoth.vector.document.DocumentTable;
import dev.azoth.vector.document.WordSearch;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.portable.CollatedText;
import dev.azoth.vector.portable.WordIndex;
import java.util.List;
import java.util.Optional;

/** Ids that are compared byte by byte, and filters by MySQL's JSON functions. */
public final class MysqlDocuments implements DocumentStorage {
    /** For the service loader. */
    public MysqlDocuments() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("mysql");
    }

    @Override
    public SqlType<String> idType(int length) {
        return new CollatedText(length, "utf8mb4_0900_bin");
    }

    @Override
    public Optional<Condition> filter(Filter filter, Expression<Json> metadata) {
        return Optional.of(new MysqlFilters(metadata).render(filter));
    }

    @Override
    public List<IndexStatement> wordIndexes(Engine engine, DocumentTable table, String language) {
        return List.of(WordIndex.of(engine, table, language));
    }

    @Override
    public Optional<WordSearch> words(DocumentTable table, String language, String query) {
        return Optional.of(WordSearch.of(table, language, query));
    }
}
