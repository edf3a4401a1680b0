package dev.azoth.vector.duckdb;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.type.Json;
import dev.azoth.type.ServerInfo;
import dev.azoth.vector.document.DocumentStorage;
import dev.azoth.vector.filter.Filter;
import java.util.Optional;

/** Filters by DuckDB's JSON functions. */
public final class DuckdbDocuments implements DocumentStorage {
    /** For the service loader. */
    public DuckdbDocuments() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("duckdb");
    }

    @Override
    public Optional<Condition> filter(Filter filter, Expression<Json> metadata) {
        return Optional.of(new DuckdbFilters(metadata).render(filter));
    }
}
