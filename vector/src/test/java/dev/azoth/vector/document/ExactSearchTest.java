package dev.azoth.vector.document;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.vector.Metric;
import dev.azoth.vector.SampleVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looking at all vectors finds the same documents on every database, whether it or Java computes their distances, as a textbook's formula does. */
@EveryDatabase
class ExactSearchTest {
    /** So many that SQLite gives them in several parts, the last of which is not full. */
    private static final int DOCUMENTS = 3_000;

    private static final int DIMENSIONS = 100;
    private static final List<float[]> VECTORS = vectors();

    private final Database db;

    ExactSearchTest(Database db) {
        this.db = db;
    }

    private static List<float[]> vectors() {
        Random random = new Random(11);
        return IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> SampleVectors.random(random, DIMENSIONS))
                .toList();
    }

    private static DocumentStore open(Database db, Metric metric) {
        return DocumentStore.open(
                db.engine(),
                "docs_" + metric.name(),
                o -> o.dimensions(DIMENSIONS).metric(metric));
    }

    /** Every seventh is deleted again, and so are many in a row: numbers have gaps. */
    private static boolean isThere(int i) {
        return i % 7 != 0 && (i < 500 || i > 1_900);
    }

    @PrepareDatabase
    static void create(Database db) {
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            all.add(Document.of("document " + i, Map.of("percent", i % 100))
                    .withId("d" + i)
                    .withEmbedding(VECTORS.get(i)));
        }
        List<String> gone = IntStream.range(0, DOCUMENTS)
                .filter(i -> !isThere(i))
                .mapToObj(i -> "d" + i)
                .toList();
        for (Metric metric : Metric.values()) {
            DocumentStore docs = open(db, metric);
            docs.add(all);
            docs.delete(gone);
        }
    }

    private static double textbook(Metric metric, float[] a, float[] b) {
        double dot = 0, aa = 0, bb = 0, squares = 0, differences = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
            squares += Math.pow((double) a[i] - b[i], 2);
            differences += Math.abs((double) a[i] - b[i]);
        }
        return switch (metric) {
            case COSINE -> 1 - dot / Math.sqrt(aa * bb);
            case L2 -> Math.sqrt(squares);
            case INNER_PRODUCT -> -dot;
            case L1 -> differences;
        };
    }

    private static List<String> nearest(Metric metric, float[] query, int most, Predicate<Integer> wanted) {
        return IntStream.range(0, DOCUMENTS)
                .boxed()
                .filter(i -> isThere(i) && wanted.test(i))
                .sorted(Comparator.comparingDouble(i -> textbook(metric, query, VECTORS.get(i))))
                .limit(most)
                .map(i -> "d" + i)
                .toList();
    }

    private static List<String> ids(SearchResult result) {
        return result.documents().stream().map(Document::id).toList();
    }

    @Test
    void itFindsWhatATextbookFindsByEveryMetric() {
        float[] query = SampleVectors.random(new Random(12), DIMENSIONS);
        for (Metric metric : Metric.values()) {
            SearchResult found = open(db, metric).search(Search.vector(query).topK(50));
            assertThat(ids(found)).as(metric.label()).isEqualTo(nearest(metric, query, 50, i -> true));
            for (Hit hit : found.hits()) {
                float[] vector =
                        VECTORS.get(Integer.parseInt(hit.document().id().substring(1)));
                assertThat(hit.distance()).isCloseTo(textbook(metric, query, vector), within(1e-3));
            }
        }
    }

    @Test
    void itFindsTheSameOfThoseThatAFilterLeaves() {
        float[] query = SampleVectors.random(new Random(13), DIMENSIONS);
        SearchResult found = open(db, Metric.L2)
                .search(Search.vector(query).topK(20).where(field("percent").lt(5)));
        assertThat(ids(found)).isEqualTo(nearest(Metric.L2, query, 20, i -> i % 100 < 5));
        assertThat(open(db, Metric.L2)
                        .search(Search.vector(query).where(field("percent").gt(1_000)))
                        .hits())
                .isEmpty();
    }

    @Test
    void itFindsAllWhereMoreAreAskedForThanThereAre() {
        float[] query = SampleVectors.random(new Random(14), DIMENSIONS);
        DocumentStore docs = open(db, Metric.COSINE);
        assertThat(ids(docs.search(Search.vector(query).topK(Search.MOST))))
                .isEqualTo(nearest(Metric.COSINE, query, DOCUMENTS, i -> true));
    }

    @Test
    void itSeesWhatItsTransactionHasDone() {
        float[] query = VECTORS.get(1);
        try (var connection = db.engine().connect()) {
            DocumentStore here = open(db, Metric.COSINE).in(connection);
            here.delete("d1");
            assertThat(ids(here.search(Search.vector(query).topK(3))))
                    .isEqualTo(nearest(Metric.COSINE, query, 3, i -> i != 1));
            connection.rollback();
        }
        assertThat(ids(open(db, Metric.COSINE).search(Search.vector(query).topK(1))))
                .containsExactly("d1");
    }
}
