package dev.azoth.vector.mariadb;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Row;
import dev.azoth.sql.ScalarSubquery;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TextQuery;
import dev.azoth.type.Json;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.DocumentStorage;
import dev.azoth.vector.document.DocumentTable;
import dev.azoth.vector.document.WordSearch;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.portable.CollatedText;
import dev.azoth.vector.portable.WordIndex;
import java.util.List;
import java.util.Optional;

/** MariaDB's vector index, ids that are compared byte by byte, and filters by its JSON functions. */
public final class MariadbDocuments implements DocumentStorage {
    private static final int MOST_CANDIDATES = 10_000;

    /** For the service loader. */
    public MariadbDocuments() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("mariadb");
    }

    @Override
    public SqlType<String> idType(int length) {
        return new CollatedText(length, "utf8mb4_nopad_bin");
    }

    @Override
    public Optional<Condition> filter(Filter filter, Expression<Json> metadata) {
        return Optional.of(new MariadbFilters(metadata).render(filter));
    }

    /** Only for the distances that the server computes; by others, all vectors are looked at. */
    @Override
    public List<IndexStatement> indexes(Engine engine, DocumentTable table, VectorIndex index, Metric metric) {
        if (!(index instanceof VectorIndex.Hnsw hnsw) || (metric != Metric.COSINE && metric != Metric.L2)) {
            return List.of();
        }
        var names = engine.dialect().language(engine.server()).identifiers();
        String name = table.name() + "_hnsw";
        return List.of(new IndexStatement(
                name,
                "CREATE VECTOR INDEX IF NOT EXISTS " + names.write(name) + " ON "
                        + table.schema()
                                .map(schema -> names.write(schema) + ".")
                                .orElse("") + names.write(table.name())
                        + " (" + names.write(table.embedding.name()) + ") M=" + hnsw.m() + " DISTANCE="
                        + (metric == Metric.COSINE ? "cosine" : "euclidean")));
    }

    @Override
    public boolean isApproximate(String method) {
        return method.equalsIgnoreCase("vector");
    }

    /**
     * With a filter the server goes on by itself until it has enough, but only as far as its graph hangs together: where that is not far enough, all that
     * match are compared.
     */
    @Override
    public List<Row> nearest(Connection connection, Select<Row> search, Select<Row> exact, Effort effort) {
        List<Row> found = connection.execute(tuned(search, effort)).all();
        return effort.filtered() && effort.isShort(found)
                ? connection.execute(exact).all()
                : found;
    }

    /** The setting holds for the one statement. */
    private static TextQuery<Row> tuned(Select<Row> search, Effort effort) {
        TextQuery<Row> query = Sql.text("SET STATEMENT mhnsw_ef_search = "
                        + Math.min(effort.candidates(), MOST_CANDIDATES) + " FOR :search")
                .bind("search", new ScalarSubquery<>(search, Types.NULL));
        for (Selectable<?> selected : search.selection()) {
            for (Expression<?> expression : selected.expressions()) {
                query = query.column(name(expression), expression.type());
            }
        }
        return query;
    }

    private static String name(Expression<?> expression) {
        if (expression instanceof Label<?> label) {
            return label.labelName();
        }
        return expression instanceof ColumnReference<?> column ? column.name() : "";
    }

    @Override
    public List<IndexStatement> wordIndexes(Engine engine, DocumentTable table, String language) {
        return List.of(WordIndex.unlessThere(engine, table, language));
    }

    @Override
    public Optional<WordSearch> words(DocumentTable table, String language, String query) {
        return Optional.of(WordSearch.of(table, language, query));
    }
}
