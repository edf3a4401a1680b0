package dev.azoth.vector.document;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which of the nearest a search gives: a page of them, or some that differ. */
@EveryDatabase
class SearchPagesTest {
    private static final int DOCUMENTS = 200;
    private static final float[] QUERY = {1, 0, 0, 0};

    private final DocumentStore docs;

    SearchPagesTest(Database db) {
        docs = open(db);
    }

    private static DocumentStore open(Database db) {
        return DocumentStore.open(
                db.engine(), "docs", o -> o.dimensions(4).metric(Metric.COSINE).index(VectorIndex.hnsw()));
    }

    @PrepareDatabase
    static void create(Database db) {
        Random random = new Random(5);
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            // in clusters of twenty that hardly differ
            Random cluster = new Random(i / 20);
            float[] vector = new float[4];
            for (int k = 0; k < 4; k++) {
                vector[k] = (float) (cluster.nextGaussian() + 0.01 * random.nextGaussian());
            }
            all.add(Document.of("text " + i, Map.of("even", i % 2 == 0))
                    .withId("d" + i)
                    .withEmbedding(vector));
        }
        open(db).add(all);
    }

    private static List<String> ids(SearchResult result) {
        return result.documents().stream().map(Document::id).toList();
    }

    @Test
    void pagesAreTheNearestInTheirOrder() {
        Search search = Search.vector(QUERY).exact();
        List<String> all = ids(docs.search(search.topK(DOCUMENTS)));
        assertThat(all).hasSize(DOCUMENTS).doesNotHaveDuplicates();
        for (int skipped : new int[] {0, 1, 50, 195, 200, 5_000}) {
            assertThat(ids(docs.search(search.topK(10).skip(skipped))))
                    .isEqualTo(all.subList(Math.min(skipped, DOCUMENTS), Math.min(skipped + 10, DOCUMENTS)));
        }
        List<String> even = ids(docs.search(search.topK(100).where(field("even").eq(true))));
        assertThat(ids(docs.search(search.topK(5).skip(20).where(field("even").eq(true)))))
                .isEqualTo(even.subList(20, 25));
    }

    @Test
    void vectorsComeWhenTheyAreAskedFor() {
        Search search = Search.vector(QUERY).topK(3);
        assertThat(docs.search(search).documents())
                .allSatisfy(each -> assertThat(each.embedding()).isEmpty());
        for (Hit hit : docs.search(search.withEmbeddings())) {
            float[] vector = hit.document().embedding().orElseThrow();
            assertThat(Metric.COSINE.distance(QUERY, vector))
                    .isCloseTo(hit.distance(), org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void diverseHitsAreThoseOfTheFormula() {
        for (double relevance : new double[] {0, 0.3, 0.5, 0.9, 1}) {
            Search search = Search.vector(QUERY).exact().topK(12).diverse(relevance, 100);
            SearchResult found = docs.search(search);
            assertThat(ids(found)).isEqualTo(reference(relevance, 12, 100));
            assertThat(found.documents())
                    .allSatisfy(each -> assertThat(each.embedding()).isEmpty());
        }
    }

    /** By the formula, each time for all. */
    private List<String> reference(double relevance, int most, int among) {
        List<Hit> left = new ArrayList<>(
                docs.search(Search.vector(QUERY).exact().topK(among).withEmbeddings())
                        .hits());
        List<Hit> chosen = new ArrayList<>();
        while (chosen.size() < most) {
            Hit best = null;
            double highest = Double.NEGATIVE_INFINITY;
            for (Hit each : left) {
                double likest = chosen.stream()
                        .mapToDouble(other -> 1 - Metric.COSINE.distance(vector(each), vector(other)))
                        .max()
                        .orElse(0);
                double value =
                        chosen.isEmpty() ? each.similarity() : relevance * each.similarity() - (1 - relevance) * likest;
                if (value > highest) {
                    highest = value;
                    best = each;
                }
            }
            left.remove(best);
            chosen.add(best);
        }
        return chosen.stream().map(each -> each.document().id()).toList();
    }

    private static float[] vector(Hit hit) {
        return hit.document().embedding().orElseThrow();
    }

    @Test
    void allRelevanceIsTheNearestAndNoneIsOfManyClusters() {
        Search search = Search.vector(QUERY).exact().topK(10);
        assertThat(ids(docs.search(search.diverse(1)))).isEqualTo(ids(docs.search(search)));
        List<Integer> clusters = docs.search(search.diverse(0, DOCUMENTS)).documents().stream()
                .map(each -> Integer.parseInt(each.id().substring(1)) / 20)
                .distinct()
                .toList();
        assertThat(clusters.size()).isGreaterThan(4);
    }

    @Test
    void diverseHitsHavePagesFiltersAndThresholds() {
        Search search = Search.vector(QUERY).exact().topK(10).diverse(0.5, 100);
        List<String> both = ids(docs.search(search.topK(20)));
        assertThat(ids(docs.search(search))).isEqualTo(both.subList(0, 10));
        assertThat(ids(docs.search(search.skip(10)))).isEqualTo(both.subList(10, 20));
        assertThat(docs.search(search.where(field("even").eq(false))))
                .hasSize(10)
                .allSatisfy(hit -> assertThat(hit.document().metadata()).containsEntry("even", false));
        assertThat(docs.search(search.minSimilarity(0.5)))
                .allSatisfy(hit -> assertThat(hit.similarity()).isGreaterThanOrEqualTo(0.5));
        assertThat(docs.search(search.where(Filter.any(List.of())))).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        Search search = Search.vector(QUERY);
        assertThatThrownBy(() -> search.skip(-1)).hasMessage("a search skips no -1 documents");
        assertThatThrownBy(() -> search.topK(10).skip(9_991))
                .hasMessageContaining("a search looks for at most 10000 documents, and 10 after 9991 are more");
        assertThatThrownBy(() -> search.diverse(1.1)).hasMessage("the relevance is from 0 to 1, not 1.1");
        assertThatThrownBy(() -> search.diverse(Double.NaN)).hasMessage("the relevance is from 0 to 1, not NaN");
        assertThatThrownBy(() -> search.topK(10).diverse(0.5, 9))
                .hasMessage("of 9 documents no 10 can be chosen: say a larger number");
        assertThatThrownBy(() -> search.diverse(0.5, 0)).hasMessageContaining("from 1 to 10000");
    }
}
