package dev.azoth.vector.document;

import static dev.azoth.vector.document.Texts.document;
import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.Metric;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryDatabase
class DocumentStoreTest {
    private final Database db;
    private final Texts texts = new Texts();
    private DocumentStore docs;

    DocumentStoreTest(Database db) {
        this.db = db;
    }

    @BeforeEach
    void open() {
        docs = DocumentStore.open(db.engine(), "docs", o -> o.embedder(texts));
        docs.add(
                document("cat", "the cat sits on the mat", "lang", "en", "year", 2020),
                document("dog", "the dog chases the cat", "lang", "en", "year", 2021),
                document("hund", "der hund schläft", "lang", "de", "year", 2021),
                document("db", "databases keep rows in pages"));
    }

    @AfterEach
    void drop() {
        docs.drop();
    }

    private List<String> ids(SearchResult result) {
        return result.documents().stream().map(Document::id).toList();
    }

    @Test
    void findsTheNearestFirst() {
        SearchResult result =
                docs.search(Search.text("the cat, the dog, the mat").topK(2));

        assertThat(ids(result)).containsExactly("dog", "cat");
        assertThat(result.shortResult()).isFalse();
        Hit hit = result.hits().get(0);
        assertThat(hit.document()).isEqualTo(document("dog", "the dog chases the cat", "lang", "en", "year", 2021));
        assertThat(hit.similarity()).isEqualTo(1 - hit.distance());
        float[] query = texts.embed("the cat, the dog, the mat");
        assertThat(hit.distance())
                .isCloseTo(
                        Metric.COSINE.distance(query, texts.embed("the dog chases the cat")),
                        org.assertj.core.api.Assertions.within(1e-5));
    }

    @Test
    void findsByVectorAndGivesAllWhenFewAreThere() {
        SearchResult result = docs.search(Search.vector(texts.embed("der hund schläft")));
        assertThat(ids(result)).hasSize(4).startsWith("hund");
        assertThat(result.hits().get(0).distance()).isLessThan(1e-5);
        assertThat(result.shortResult()).isFalse();
    }

    @Test
    void aFilterIsAppliedBeforeTheNearestAreTaken() {
        Search search = Search.text("der hund schläft").topK(2);
        assertThat(ids(docs.search(search.where(field("lang").eq("en"))))).containsExactlyInAnyOrder("cat", "dog");
        assertThat(ids(docs.search(
                        search.where(field("lang").eq("en")).where(field("year").gt(2020)))))
                .containsExactly("dog");
        assertThat(ids(docs.search(search.where(field("lang").isNull())))).containsExactly("db");
        assertThat(docs.search(search.where(field("lang").eq("fr"))).hits()).isEmpty();
    }

    @Test
    void aThresholdLeavesOutWhatIsFarther() {
        Search search = Search.text("the dog chases the cat");
        assertThat(ids(docs.search(search.minSimilarity(0.999)))).containsExactly("dog");
        assertThat(docs.search(search.minSimilarity(-1)).hits()).hasSize(4);
    }

    @Test
    void getsInTheOrderAskedFor() {
        assertThat(docs.get(List.of("hund", "nope", "cat", "db")))
                .extracting(Document::id)
                .containsExactly("hund", "cat", "db");
        assertThat(docs.get("dog")).contains(document("dog", "the dog chases the cat", "lang", "en", "year", 2021));
        assertThat(docs.get("Dog")).isEmpty();
        assertThat(docs.get("dog ")).isEmpty();
        assertThat(docs.get(List.of())).isEmpty();
    }

    @Test
    void findsByMetadataAlone() {
        assertThat(docs.find(field("year").gte(2020))).extracting(Document::id).containsExactly("cat", "dog", "hund");
        assertThat(docs.find(field("year").gte(2020), 2))
                .extracting(Document::id)
                .containsExactly("cat", "dog");
        assertThat(docs.count()).isEqualTo(4);
        assertThat(docs.count(field("lang").eq("en"))).isEqualTo(2);
    }

    @Test
    void anIdIsThereOnce() {
        assertThatThrownBy(() -> docs.add(document("new", "new"), document("cat", "again")))
                .isInstanceOf(IntegrityException.class);
        assertThat(docs.get("new")).isEmpty();
        assertThat(docs.count()).isEqualTo(4);
    }

    @Test
    void idsDifferByCaseAccentAndSpace() {
        docs.add(document("Cat", "1"), document("cát", "2"), document("cat ", "3"), document(" cat", "4"));
        assertThat(docs.get(List.of("Cat", "cát", "cat ", " cat"))).hasSize(4);
    }

    @Test
    void upsertReplacesAndTheLastOfSeveralCounts() {
        assertThat(docs.upsert(document("cat", "x"), document("new", "y"), document("cat", "one cat", "lang", "nl")))
                .isEqualTo(3);
        assertThat(docs.get("cat")).contains(document("cat", "one cat", "lang", "nl"));
        assertThat(docs.count()).isEqualTo(5);
        assertThat(ids(docs.search(Search.text("one cat").topK(1)))).containsExactly("cat");
    }

    @Test
    void deletesByIdAndByFilter() {
        assertThat(docs.delete("cat", "nope")).isEqualTo(1);
        assertThat(docs.delete(field("lang").ne("en"))).isEqualTo(2);
        assertThat(docs.find(field("x").isNull())).extracting(Document::id).containsExactly("dog");
        assertThat(docs.delete(List.of())).isZero();
    }

    @Test
    void replacesWhatMatchesInOneTransaction() {
        assertThat(docs.replaceWhere(field("lang").eq("en"), List.of(document("cat", "new cat", "lang", "en"))))
                .isEqualTo(1);
        assertThat(docs.get(List.of("cat", "dog"))).containsExactly(document("cat", "new cat", "lang", "en"));

        assertThatThrownBy(() -> docs.replaceWhere(
                        field("lang").eq("en"), List.of(document("fresh", "f"), document("hund", "taken"))))
                .isInstanceOf(IntegrityException.class);
        assertThat(docs.get("cat")).isPresent();
        assertThat(docs.get("fresh")).isEmpty();
    }

    @Test
    void joinsTheCallersTransaction() {
        try (Connection connection = db.engine().connect()) {
            DocumentStore inside = docs.in(connection);
            inside.add(document("tmp", "temporary"));
            inside.delete("cat");
            assertThat(inside.count()).isEqualTo(4);
            assertThat(ids(inside.search(Search.text("temporary").topK(1)))).containsExactly("tmp");
            connection.rollback();
        }
        assertThat(docs.get(List.of("tmp", "cat"))).extracting(Document::id).containsExactly("cat");
    }

    @Test
    void manyAreDrawnAsTheyAreSent() {
        int[] drawn = {0};
        long added = docs.add(IntStream.range(0, 3_000).mapToObj(i -> {
            drawn[0]++;
            return document("n" + i, "number " + i, "i", i);
        }));
        assertThat(added).isEqualTo(3_000);
        assertThat(drawn[0]).isEqualTo(3_000);
        assertThat(docs.count(field("i").lt(1_000))).isEqualTo(1_000);
        assertThat(docs.delete(field("i").gte(0))).isEqualTo(3_000);
    }

    @Test
    void whatFailsInTheMiddleLeavesNothing() {
        assertThatThrownBy(() -> docs.add(IntStream.range(0, 2_000).mapToObj(i -> {
                    if (i == 1_500) {
                        throw new IllegalStateException("the source broke");
                    }
                    return document("n" + i, "number " + i);
                })))
                .hasMessage("the source broke");
        assertThat(docs.count()).isEqualTo(4);
    }

    @Test
    void aVectorThatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> docs.add(document("bad", "x").withEmbedding(new float[3])))
                .hasMessage("document bad: docs.embedding takes vectors of 16 dimensions, and this one has 3");
        assertThatThrownBy(() -> docs.add(document("zero", "x").withEmbedding(new float[16])))
                .hasMessageStartingWith("document zero: docs.embedding is searched by cosine distance");
        assertThatThrownBy(() -> docs.search(Search.vector(new float[] {Float.NaN})))
                .hasMessage("docs.embedding takes vectors of 16 dimensions, and this one has 1");
    }

    @Test
    void withoutAnEmbedderVectorsMustBeBrought() {
        DocumentStore plain = DocumentStore.open(db.engine(), "docs");
        assertThat(plain.dimensions()).isEqualTo(16);
        plain.add(document("own", "x").withEmbedding(texts.embed("x")));
        assertThatThrownBy(() -> plain.add(document("none", "x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("document none has no vector");
        assertThatThrownBy(() -> plain.search(Search.text("x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("without an embedder");
    }

    @Test
    void sameIdsInTwoCollectionsAreTwoDocuments() {
        DocumentStore other = DocumentStore.open(db.engine(), "others", o -> o.embedder(texts));
        other.add(document("cat", "another cat"));
        other.upsert(document("dog", "another dog"));
        assertThat(docs.get("cat").orElseThrow().text()).isEqualTo("the cat sits on the mat");
        assertThat(other.count()).isEqualTo(2);
        other.drop();
    }

    @Test
    void otherMetricsFindTheirNearest() {
        for (Metric metric : Metric.values()) {
            DocumentStore store = DocumentStore.open(
                    db.engine(), "metric_" + metric.name(), o -> o.dimensions(2).metric(metric));
            store.add(
                    document("near", "").withEmbedding(new float[] {1, 1}),
                    document("far", "").withEmbedding(new float[] {9, 8}),
                    document("opposite", "").withEmbedding(new float[] {-1, -1}));
            SearchResult result = store.search(Search.vector(new float[] {1, 1.5f}));
            assertThat(ids(result))
                    .isEqualTo(
                            switch (metric) {
                                case COSINE -> List.of("near", "far", "opposite");
                                case INNER_PRODUCT -> List.of("far", "near", "opposite");
                                case L2, L1 -> List.of("near", "opposite", "far");
                            });
            for (Hit hit : result) {
                float[] stored = switch (hit.document().id()) {
                    case "near" -> new float[] {1, 1};
                    case "far" -> new float[] {9, 8};
                    default -> new float[] {-1, -1};
                };
                assertThat(hit.distance())
                        .isCloseTo(
                                metric.distance(stored, new float[] {1, 1.5f}),
                                org.assertj.core.api.Assertions.within(1e-5));
                assertThat(hit.similarity()).isEqualTo(metric.similarity(hit.distance()));
            }
            store.drop();
        }
    }
}
