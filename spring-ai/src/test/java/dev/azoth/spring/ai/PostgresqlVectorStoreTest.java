package dev.azoth.spring.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.DocumentStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;

/** What Spring AI's own store for pgvector was complained of. */
@OnDatabase("postgresql")
class PostgresqlVectorStoreTest {
    private final Database db;
    private final Words model = new Words();

    PostgresqlVectorStoreTest(Database db) {
        this.db = db;
    }

    private AzothVectorStore store(String name, Metric metric, VectorIndex index) {
        DocumentStore documents = DocumentStore.open(
                db.engine(),
                name,
                o -> o.dimensions(Words.DIMENSIONS).metric(metric).index(index));
        AzothVectorStore store = AzothVectorStore.builder(documents, model).build();
        store.add(IntStream.range(0, 300)
                .mapToObj(i -> new Document("n" + i, "number " + i, Map.of("tenth", i % 10)))
                .toList());
        return store;
    }

    private static String string(Connection connection, String sql) {
        return String.valueOf(connection.execute(Sql.text(sql)).one().get(0));
    }

    /** How often an index was looked into since the transaction began. */
    private static String scans(Connection connection, String table, String method) {
        return string(
                connection,
                "SELECT sum(pg_stat_get_xact_numscans(c.oid))::text FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_am a ON a.oid = c.relam"
                        + " WHERE i.indrelid = '" + table + "'::regclass AND a.amname = '" + method + "'");
    }

    /** The order of its query by the inner product was one that no index serves. */
    @Test
    void theIndexServesEveryMetric() {
        for (Metric metric : Metric.values()) {
            String name = "by_" + metric.name().toLowerCase(Locale.ROOT);
            AzothVectorStore store = store(name, metric, VectorIndex.hnsw());
            db.engine().begin(connection -> {
                connection.execute(Sql.text("SET LOCAL enable_seqscan = off"));
                SearchRequest request = SearchRequest.builder()
                        .query("number")
                        .topK(5)
                        .similarityThreshold(0.01)
                        .build();
                store.in(connection).similaritySearch(request);
                assertThat(scans(connection, name, "hnsw")).as(metric.label()).isEqualTo("1");
            });
        }
    }

    @Test
    void theIndexHasItsOptions() {
        store("options", Metric.COSINE, VectorIndex.hnsw(8, 40));
        db.engine()
                .begin(connection -> assertThat(string(
                                connection,
                                "SELECT c.reloptions::text FROM pg_class c JOIN pg_am a ON a.oid = c.relam JOIN pg_index i ON i.indexrelid = c.oid"
                                        + " WHERE a.amname = 'hnsw' AND i.indrelid = 'options'::regclass"))
                        .contains("m=8", "ef_construction=40"));
    }

    /** Its metadata was JSON, which each query cast, so that no index could serve a filter. */
    @Test
    void metadataIsJsonbAndIndexed() {
        AzothVectorStore store = store("indexed", Metric.COSINE, VectorIndex.none());
        db.engine().begin(connection -> {
            assertThat(string(connection, "SELECT pg_typeof(metadata)::text FROM indexed LIMIT 1"))
                    .isEqualTo("jsonb");
            connection.execute(Sql.text("SET LOCAL enable_seqscan = off"));
            List<Document> found = store.in(connection)
                    .similaritySearch(SearchRequest.builder()
                            .query("number")
                            .topK(100)
                            .filterExpression("tenth == 7")
                            .build());
            assertThat(found).hasSize(30);
            assertThat(scans(connection, "indexed", "gin")).isEqualTo("1");
        });
    }

    /** It asked for three, of which two are for ids. */
    @Test
    void oneExtensionIsEnough() {
        store("extended", Metric.COSINE, VectorIndex.none());
        db.engine()
                .begin(connection -> assertThat(connection
                                .execute(Sql.text("SELECT extname::text FROM pg_extension"))
                                .map(row -> String.valueOf(row.get(0)))
                                .all())
                        .contains("vector")
                        .doesNotContain("hstore", "uuid-ossp"));
    }
}
