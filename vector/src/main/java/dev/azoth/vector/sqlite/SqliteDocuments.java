package dev.azoth.vector.sqlite;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.type.Json;
import dev.azoth.type.ServerInfo;
import dev.azoth.vector.document.DocumentStorage;
import dev.azoth.vector.filter.Filter;
import java.util.Optional;

/** Filters by SQLite's JSON functions. */
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
}
