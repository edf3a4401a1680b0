package dev.azoth.vector.postgresql;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import dev.azoth.vector.Metric;
import dev.azoth.vector.SampleVectors;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Hit;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.SearchResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Searches that an HNSW index serves. */
@OnDatabase("postgresql")
class HnswSearchTest {
    private static final int NUMBER = 10_000;
    private static final int DIMENSIONS = 64;
    private static final List<float[]> VECTORS = SampleVectors.clustered(5, NUMBER, DIMENSIONS, 50);

    private final Database db;
    private final DocumentStore docs;

    HnswSearchTest(Database db) {
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
        DocumentStore.open(db.engine(), "docs", o -> o.dimensions(DIMENSIONS)).add(all);
        DocumentStore.open(db.engine(), "docs", o -> o.index(VectorIndex.hnsw()));
        db.engine().begin(connection -> connection.execute(Sql.text("ANALYZE docs")));
    }

    private static List<float[]> queries() {
        Random random = new Random(6);
        List<float[]> queries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            queries.add(SampleVectors.near(VECTORS.get(random.nextInt(NUMBER)), random));
        }
        return queries;
    }

    private static Set<String> ids(SearchResult result) {
        return new HashSet<>(result.documents().stream().map(Document::id).toList());
    }

    @Test
    void findsNineOfTenOfTheNearest() {
        assertThat(docs.isApproximate()).isTrue();
        int found = 0;
        for (float[] query : queries()) {
            Set<String> nearest = ids(docs.search(Search.vector(query).topK(10).exact()));
            nearest.retainAll(ids(docs.search(Search.vector(query).topK(10))));
            found += nearest.size();
        }
        double recall = found / (10.0 * queries().size());
        System.out.printf("recall@10 of HNSW over %d vectors: %.3f%n", NUMBER, recall);
        assertThat(recall).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void exactSearchAgreesWithJava() {
        float[] query = queries().get(0);
        List<Integer> nearest = java.util.stream.IntStream.range(0, NUMBER)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Metric.COSINE.distance(query, VECTORS.get(i))))
                .limit(10)
                .toList();
        assertThat(docs.search(Search.vector(query).topK(10).exact()).documents())
                .extracting(Document::id)
                .containsExactlyElementsOf(nearest.stream().map(i -> "d" + i).toList());
    }

    @Test
    void aFilterThatFewMatchStillGivesAsManyAsAskedFor() {
        // without the GIN index the planner has but the HNSW index, which by default looks at 40 candidates
        try (Connection connection = db.engine().connect()) {
            connection.execute(Sql.text("SET LOCAL enable_seqscan = off"));
            connection.execute(Sql.text("SET LOCAL enable_bitmapscan = off"));
            for (float[] query : queries()) {
                SearchResult result = docs.in(connection)
                        .search(Search.vector(query)
                                .topK(10)
                                .where(field("percent").eq(7)));
                assertThat(result.hits()).hasSize(10);
                assertThat(result.shortResult()).isFalse();
                assertThat(result.hits()).isSortedAccordingTo(Comparator.comparingDouble(Hit::distance));
            }
        }
    }

    @Test
    void moreThanTheServersDefaultOfCandidatesCanBeAskedFor() {
        assertThat(docs.search(Search.vector(VECTORS.get(0)).topK(500)).hits()).hasSize(500);
        assertThat(docs.search(Search.vector(VECTORS.get(0)).topK(2_000)).hits())
                .hasSize(2_000);
    }

    @Test
    void anIndexThatGivesUpIsToldOf() {
        try (Connection connection = db.engine().connect()) {
            connection.execute(Sql.text("SET LOCAL enable_seqscan = off"));
            connection.execute(Sql.text("SET LOCAL enable_bitmapscan = off"));
            connection
                    .execute(Sql.text("SELECT set_config('hnsw.max_scan_tuples', '1', true)"))
                    .all();
            SearchResult result = docs.in(connection)
                    .search(Search.vector(VECTORS.get(0))
                            .topK(50)
                            .candidates(50)
                            .where(field("n").lt(60)));
            assertThat(result.hits()).hasSizeLessThan(50);
            assertThat(result.shortResult()).isTrue();
            assertThat(docs.in(connection)
                            .search(Search.vector(VECTORS.get(0))
                                    .topK(50)
                                    .where(field("n").lt(60))
                                    .exact())
                            .shortResult())
                    .isFalse();
        }
    }

    /** Other stores give fewer without a word, by words too. */
    @Test
    void anIndexThatGivesUpInASearchByWordsIsToldOf() {
        DocumentStore worded = DocumentStore.open(db.engine(), "docs", o -> o.words("english"));
        Search search = Search.vector(VECTORS.get(0))
                .hybrid("wordthatnonehas")
                .topK(50)
                .where(field("n").lt(60));
        try (Connection connection = db.engine().connect()) {
            connection.execute(Sql.text("SET LOCAL enable_seqscan = off"));
            connection.execute(Sql.text("SET LOCAL enable_bitmapscan = off"));
            connection
                    .execute(Sql.text("SELECT set_config('hnsw.max_scan_tuples', '1', true)"))
                    .all();
            SearchResult result = worded.in(connection).search(search);
            assertThat(result.hits()).hasSizeLessThan(50);
            assertThat(result.shortResult()).isTrue();
            assertThat(worded.in(connection).search(search.exact()).shortResult())
                    .isFalse();
        }
        assertThat(worded.search(search.where(field("n").lt(5))).shortResult()).isFalse();
    }

    @Test
    void settingsEndWithTheTransaction() {
        try (Connection connection = db.engine().connect()) {
            docs.in(connection).search(Search.vector(VECTORS.get(0)).topK(321));
            assertThat(setting(connection)).isEqualTo("321");
            connection.commit();
            assertThat(setting(connection)).isEqualTo("40");
        }
    }

    private static String setting(Connection connection) {
        return connection
                .execute(Sql.text("SELECT current_setting('hnsw.ef_search') AS value")
                        .column("value", Types.TEXT))
                .one()
                .get("value", String.class);
    }

    @Test
    void theIndexesServeOrderAndEquality() {
        try (Connection connection = db.engine().connect()) {
            db.statements().clear();
            docs.search(Search.vector(VECTORS.get(0)));
            docs.search(Search.vector(VECTORS.get(0)).where(field("n").eq(17)));
            List<String> sent = db.statements().sql();
            assertThat(sent.get(1))
                    .isEqualTo(
                            "SELECT docs.id, docs.metadata, docs.content,"
                                    + " docs.embedding OPERATOR(\"public\".<=>) ? AS distance FROM docs ORDER BY distance LIMIT ?");
            assertThat(sent.get(3)).contains("WHERE docs.metadata @> CAST(? AS jsonb) ORDER BY distance");
            assertThat(plan(
                            connection,
                            "SELECT id FROM docs ORDER BY embedding <=> '" + VectorText.write(VECTORS.get(0))
                                    + "' LIMIT 5"))
                    .contains("docs_hnsw");
            assertThat(plan(connection, "SELECT id FROM docs WHERE metadata @> CAST('{\"n\": 17}' AS jsonb)"))
                    .contains("docs_gin");
        }
    }

    private static String plan(Connection connection, String query) {
        return connection.execute(Sql.text("EXPLAIN " + query)).all().toString();
    }

    @Test
    void tooManyDimensionsForTheIndexAreExplained() {
        assertThatThrownBy(() -> DocumentStore.open(
                        db.engine(), "wide", o -> o.dimensions(3072).index(VectorIndex.hnsw())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "pgvector indexes vectors of at most 2000 dimensions, and wide.embedding has 3072:"
                                + " open the collection with index(none()), which searches exactly, or use a model with fewer dimensions");
        assertThat(db.engine().inspect().hasTable("wide")).isFalse();
        assertThat(DocumentStore.open(db.engine(), "wide", o -> o.dimensions(3072))
                        .count())
                .isZero();
    }

    @Test
    void everyMetricHasAnIndex() {
        for (Metric metric : Metric.values()) {
            DocumentStore store = DocumentStore.open(
                    db.engine(),
                    "by_" + metric.name(),
                    o -> o.dimensions(3).metric(metric).index(VectorIndex.hnsw(8, 32)));
            assertThat(store.isApproximate()).isTrue();
            store.add(Document.of("x").withEmbedding(new float[] {1, 2, 3}));
            assertThat(store.search(Search.vector(new float[] {1, 2, 3})).hits())
                    .hasSize(1);
        }
    }
}
