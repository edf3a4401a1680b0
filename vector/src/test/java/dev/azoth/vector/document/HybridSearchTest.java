package dev.azoth.vector.document;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.vector.Creation;
import dev.azoth.vector.VectorIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Documents found by their meaning and by their words. */
@EveryDatabase
class HybridSearchTest {
    /** Nearest to the vectors of the fruits, farthest from those of the tools. */
    private static final float[] FRUIT = {1, 0};

    private final Database db;
    private final DocumentStore docs;

    HybridSearchTest(Database db) {
        this.db = db;
        this.docs = open(db, "docs");
    }

    private static DocumentStore open(Database db, String name) {
        return DocumentStore.open(
                db.engine(), name, o -> o.dimensions(2).words("english").index(VectorIndex.hnsw()));
    }

    private static Document document(String id, String text, float x, float y) {
        return Document.of(text, Map.of("group", id.substring(0, 1))).withId(id).withEmbedding(new float[] {x, y});
    }

    @PrepareDatabase
    static void create(Database db) {
        DocumentStore docs = open(db, "docs");
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(document("f" + i, "an apple and a cherry number " + i, 1, i / 100f));
        }
        all.add(document("t1", "a wrench for the XK4711 engine, and nothing else", -1, 0.1f));
        all.add(document("t2", "the quick hammer: XK4711, XK4711 and once more XK4711", -1, 0.2f));
        all.add(document("t3", "a saw with the number XK4712", -1, 0.3f));
        all.add(document("b", "an apple for the XK4711", 1, 0.001f));
        docs.add(all);
    }

    private static List<String> ids(SearchResult result) {
        return result.documents().stream().map(Document::id).toList();
    }

    @Test
    void whatHasTheWordsIsFoundThoughItIsFar() {
        Search near = Search.vector(FRUIT).topK(5);
        assertThat(ids(docs.search(near))).doesNotContain("t1", "t2");
        List<String> both = ids(docs.search(near.hybrid("XK4711")));
        assertThat(both).hasSize(5).startsWith("b").contains("t1", "t2").doesNotContain("t3");
    }

    @Test
    void scoresAreThoseOfTheFormula() {
        SearchResult found = docs.search(Search.vector(FRUIT).exact().topK(60).hybrid("XK4711"));
        assertThat(found.hits()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        Map<String, Hit> hits = new java.util.HashMap<>();
        found.forEach(hit -> hits.put(hit.document().id(), hit));
        // f0 and b are as good as one direction with the query; 64 documents are near, three have the word
        assertThat(hits.get("f0").score()).isCloseTo(1 / 61.0, Offset.offset(1e-9));
        List<String> words = List.of("t1", "t2", "b");
        double sum = words.stream().mapToDouble(each -> hits.get(each).score()).sum();
        double places = 1 / 61.0 + 1 / 62.0 + 1 / 63.0;
        assertThat(sum).isGreaterThan(places);
        for (Hit hit : found) {
            assertThat(hit.similarity()).isCloseTo(1 - hit.distance(), Offset.offset(1e-9));
        }
    }

    @Test
    void weightsSayWhatCountsMore() {
        Search search = Search.vector(FRUIT).topK(3).hybrid("XK4711");
        assertThat(ids(docs.search(search.fusion(Fusion.reciprocalRank().weights(0, 1)))))
                .containsExactlyInAnyOrder("t1", "t2", "b");
        assertThat(ids(docs.search(search.fusion(Fusion.reciprocalRank().weights(1, 0)))))
                .doesNotContain("t1", "t2");
        SearchResult sum = docs.search(search.topK(64).fusion(Fusion.weightedSum(0.5, 0.5)));
        assertThat(ids(sum)).startsWith("b");
        for (Hit hit : sum) {
            double fit = 2 * (hit.score() - 0.5 * hit.similarity());
            assertThat(fit).isBetween(-1e-9, 1 + 1e-9);
        }
    }

    @Test
    void filtersHoldForBoth() {
        Search search = Search.vector(FRUIT)
                .topK(10)
                .hybrid("XK4711")
                .where(field("group").eq("t"));
        assertThat(ids(docs.search(search))).containsExactlyInAnyOrder("t1", "t2", "t3");
        assertThat(ids(docs.search(search.where(field("group").eq("f"))))).isEmpty();
        assertThat(docs.search(search.minSimilarity(0.5))).isEmpty();
    }

    @Test
    void wordsAreReadAsPeopleTypeThem() {
        Search search =
                Search.vector(FRUIT).topK(10).fusion(Fusion.reciprocalRank().weights(0.001, 1));
        assertThat(ids(docs.search(search.hybrid("XK4711 -apple")))).contains("t1", "t2");
        assertThat(ids(docs.search(search.hybrid("\"quick hammer\""))).get(0)).isEqualTo("t2");
        assertThat(ids(docs.search(search.hybrid("wrench or hammer"))).subList(0, 2))
                .containsExactlyInAnyOrder("t1", "t2");
        for (String hostile :
                List.of("", " ", "'", "\"", "-", "it's (\"", "a & | ! :* b", "%_\\", "😀", "NEAR(", "*")) {
            assertThat(docs.search(search.hybrid(hostile)).hits()).as(hostile).hasSize(10);
        }
    }

    @Test
    void pagesAndVectors() {
        Search search = Search.vector(FRUIT).exact().hybrid("XK4711");
        List<String> all = ids(docs.search(search.topK(20)));
        assertThat(ids(docs.search(search.topK(10).skip(10)))).isEqualTo(all.subList(10, 20));
        assertThat(docs.search(search.withEmbeddings()).documents())
                .allSatisfy(each -> assertThat(each.embedding()).isPresent());
        assertThat(docs.search(search).documents())
                .allSatisfy(each -> assertThat(each.embedding()).isEmpty());
    }

    @Test
    void wordsFollowTheTexts() {
        DocumentStore changing = open(db, "changing");
        Search search = Search.vector(FRUIT)
                .topK(1)
                .hybrid("tomato")
                .fusion(Fusion.reciprocalRank().weights(0, 1));
        changing.add(document("x", "a tomato", 0, 1), document("y", "a cucumber", 1, 0));
        assertThat(ids(changing.search(search))).containsExactly("x");
        changing.upsert(document("x", "a potato", 0, 1), document("y", "a tomato", 1, 0));
        assertThat(ids(changing.search(search))).containsExactly("y");
        changing.delete("y");
        changing.add(document("z", "one more tomato", 0, 1));
        assertThat(ids(changing.search(search))).containsExactly("z");
        changing.drop();
        assertThat(db.engine().inspect().tables()).noneMatch(each -> each.startsWith("changing"));
    }

    @Test
    void aCollectionThatIsThereGetsItsWordsWhenItIsOpenedForThem() {
        DocumentStore without = DocumentStore.open(db.engine(), "later", o -> o.dimensions(2));
        without.add(document("x", "an aubergine", 0, 1), document("y", "a cucumber", 1, 0));
        assertThatThrownBy(() -> without.search(Search.vector(FRUIT).hybrid("aubergine")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the collection later was opened without an index of its words: open it with"
                        + " options.words(\"english\"), say, to search by words too");
        if (!db.name().equals("h2") && !db.name().equals("duckdb")) {
            assertThatThrownBy(() -> DocumentStore.open(
                            db.engine(), "later", o -> o.words("english").creation(Creation.REQUIRE)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("the collection later has no index of its words");
        }
        for (int i = 0; i < 2; i++) {
            assertThat(ids(open(db, "later")
                            .search(Search.vector(FRUIT)
                                    .topK(1)
                                    .hybrid("aubergine")
                                    .fusion(Fusion.reciprocalRank().weights(0, 1)))))
                    .containsExactly("x");
        }
        without.drop();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Search.vector(FRUIT).hybrid()).hasMessageContaining("hybrid(\"…\")");
        assertThatThrownBy(() -> Search.vector(FRUIT).hybrid("x").diverse(0.5)).hasMessageContaining("not both");
        assertThatThrownBy(() -> Fusion.weightedSum(0, 0)).hasMessageContaining("not both 0");
        assertThatThrownBy(() -> Fusion.weightedSum(-1, 2)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> Fusion.weightedSum(Double.NaN, 2)).hasMessageContaining("0 or more");
    }
}
