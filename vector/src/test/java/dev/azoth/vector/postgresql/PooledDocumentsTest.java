package dev.azoth.vector.postgresql;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.server.TransactionPooler;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.Tenancy;
import dev.azoth.vector.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Collections behind PgBouncer, where a transaction has a connection for itself and nothing else: what searches set, and whose documents they are about, is the transaction's. */
@OnDatabase("postgresql")
class PooledDocumentsTest {
    @Test
    void collectionsOfTenantsWorkBehindAPoolerOfTransactions(Database db) throws Exception {
        for (String url :
                List.of(TransactionPooler.url(db, 0) + "?prepareThreshold=0", TransactionPooler.url(db, 100))) {
            ExecutorService threads = Executors.newFixedThreadPool(6);
            try {
                List<Future<?>> done = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    int client = i;
                    done.add(threads.submit(() -> work(url, "tenant " + client)));
                }
                for (Future<?> each : done) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            try (var connection = db.jdbc();
                    var statement = connection.createStatement()) {
                statement.execute("DROP TABLE pooled");
            }
        }
    }

    private static void work(String url, String tenant) {
        try (Engine engine = Engine.create(url, o -> o.poolSize(2))) {
            DocumentStore docs = DocumentStore.open(
                            engine,
                            "pooled",
                            o -> o.dimensions(3)
                                    .tenancy(Tenancy.shared().withRowSecurity())
                                    .words("english")
                                    .index(VectorIndex.hnsw()))
                    .tenant(tenant);
            for (int i = 0; i < 30; i++) {
                docs.upsert(Document.of("text " + i, Map.of("n", i))
                        .withId("id " + i)
                        .withEmbedding(new float[] {i + 1, 1, 1}));
                assertThat(docs.search(Search.vector(new float[] {i + 1, 1, 1})
                                        .topK(1)
                                        .withEmbeddings()
                                        .where(field("n").gte(i)))
                                .documents())
                        .extracting(Document::id)
                        .containsExactly("id " + i);
            }
            List<String> texts = new ArrayList<>();
            docs.forEach(Filter.all(List.of()), each -> texts.add(each.text()));
            assertThat(texts).hasSize(30);
            assertThat(docs.search(Search.vector(new float[] {1, 1, 1}).hybrid("text"))
                            .hits())
                    .hasSize(10);
        }
    }
}
