package dev.azoth.vector.mariadb;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.vector.Metric;
import dev.azoth.vector.SampleVectors;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.SearchResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Searches that MariaDB's vector index serves. */
@OnDatabase("mariadb")
class VectorIndexTest {
    private static final int NUMBER = 3_000;
    private static final int DIMENSIONS = 32;
    private static final List<float[]> VECTORS = SampleVectors.clustered(5, NUMBER, DIMENSIONS, 30);

    private final Database db;
    private final DocumentStore docs;

    VectorIndexTest(Database db) {
        this.db = db;
        this.docs = DocumentStore.open(db.engine(), "docs");
    }

    @PrepareDatabase
    static void create(Database db) {
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < NUMBER; i++) {
            all.add(Document.of("text " + i, Map.of("n", i, "percent", i % 100))
                    .withId("d" + i)
                    .withEmbedding(VECTORS.get(i)));
        }
        DocumentStore.open(db.engine(), "docs", o -> o.dimensions(DIMENSIONS).index(VectorIndex.hnsw()))
                .add(all);
    }

    private static Set<String> ids(SearchResult result) {
        return new HashSet<>(result.documents().stream().map(Document::id).toList());
    }

    @Test
    void findsNineOfTenOfTheNearest() {
        assertThat(docs.isApproximate()).isTrue();
        Random random = new Random(6);
        int found = 0;
        for (int i = 0; i < 30; i++) {
            float[] query = SampleVectors.near(VECTORS.get(random.nextInt(NUMBER)), random);
            Set<String> nearest = ids(docs.search(Search.vector(query).topK(10).exact()));
            nearest.retainAll(ids(docs.search(Search.vector(query).topK(10))));
            found += nearest.size();
        }
        double recall = found / 300.0;
        System.out.printf("recall@10 of MariaDB's index over %d vectors: %.3f%n", NUMBER, recall);
        assertThat(recall).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aFilterThatFewMatchStillGivesAsManyAsAskedFor() {
        for (int i = 0; i < 20; i++) {
            SearchResult result = docs.search(Search.vector(VECTORS.get(i))
                    .topK(10)
                    .where(field("percent").eq(7)));
            assertThat(result.hits()).hasSize(10);
        }
    }

    /** What came by its words was counted, so that a list of one was never short. */
    @Test
    void aFilterThatFewMatchGivesAsManyByWordsToo() {
        DocumentStore worded = DocumentStore.open(db.engine(), "docs", o -> o.words("english"));
        for (int i = 0; i < 20; i++) {
            SearchResult result = worded.search(Search.vector(VECTORS.get(i))
                    .hybrid("wordthatnonehas")
                    .topK(10)
                    .where(field("percent").eq(7)));
            assertThat(result.hits()).hasSize(10);
            assertThat(result.shortResult()).isFalse();
        }
    }

    @Test
    void theSettingIsPartOfTheStatement() {
        db.statements().clear();
        docs.search(Search.vector(VECTORS.get(0)).topK(5));
        assertThat(db.statements().sql())
                .containsExactly("SET STATEMENT mhnsw_ef_search = 100 FOR (SELECT docs.id, docs.metadata, docs.content,"
                        + " VEC_DISTANCE_COSINE(docs.embedding, ?) AS distance FROM docs ORDER BY distance LIMIT ?)");
    }

    @Test
    void whatTheIndexDoesNotServeIsSearchedExactly() {
        DocumentStore store = DocumentStore.open(
                db.engine(),
                "inner_docs",
                o -> o.dimensions(3).metric(Metric.INNER_PRODUCT).index(VectorIndex.hnsw()));
        assertThat(store.isApproximate()).isFalse();
        store.add(
                Document.of("far").withId("far").withEmbedding(new float[] {1, 0, 0}),
                Document.of("near").withId("near").withEmbedding(new float[] {5, 0, 0}));
        assertThat(store.search(Search.vector(new float[] {1, 0, 0})).documents())
                .extracting(Document::id)
                .containsExactly("near", "far");
    }
}
