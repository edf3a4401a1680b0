package dev.azoth.vector.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.vector.SampleVectors;
import dev.azoth.vector.VectorIndex;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How good an index is can be measured. */
@EveryDatabase
class RecallTest {
    private final Database db;
    private final DocumentStore docs;

    RecallTest(Database db) {
        this.db = db;
        this.docs = open(db);
    }

    private static DocumentStore open(Database db) {
        return DocumentStore.open(db.engine(), "docs", o -> o.dimensions(24).index(VectorIndex.hnsw(16, 64)));
    }

    @PrepareDatabase
    static void create(Database db) {
        List<Document> all = new ArrayList<>();
        for (float[] vector : SampleVectors.clustered(5, 2_000, 24, 3)) {
            all.add(Document.of("").withEmbedding(vector));
        }
        open(db).add(all);
    }

    @Test
    void anExactSearchFindsAllAndAnIndexMostOfThem() {
        Recall poor = docs.measureRecall(10, 40, 10);
        Recall good = docs.measureRecall(10, 40, 1_000);
        assertThat(poor.searches()).isBetween(35, 40);
        assertThat(poor.mean()).isBetween(0.1, 1.0);
        assertThat(poor.least()).isLessThanOrEqualTo(poor.mean());
        assertThat(good.mean()).isGreaterThanOrEqualTo(poor.mean()).isGreaterThan(0.9);
        assertThat(good.byIndex()).isPositive();
        assertThat(good.exactly()).isPositive();
        if (!docs.isApproximate()) {
            assertThat(poor.mean()).isEqualTo(1);
            assertThat(poor.least()).isEqualTo(1);
        }
        // the same documents are searched for; MariaDB's index does not always go the same way
        assertThat(docs.measureRecall(10, 40, 10).mean()).isCloseTo(poor.mean(), Offset.offset(0.1));
    }

    @Test
    void queriesOfOnesOwnAreTaken() {
        List<float[]> queries = SampleVectors.clustered(6, 20, 24, 3);
        Recall recall = docs.measureRecall(5, queries, 200);
        assertThat(recall.searches()).isEqualTo(20);
        assertThat(recall.topK()).isEqualTo(5);
        // far from all documents, as these are, a graph leads less surely
        assertThat(recall.mean()).isBetween(docs.isApproximate() ? 0.1 : 1, 1.0);
        assertThatThrownBy(() -> docs.measureRecall(5, List.of(new float[3]), 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("docs.embedding");
    }

    @Test
    void anEmptyCollectionMissesNothing() {
        DocumentStore empty = DocumentStore.open(db.engine(), "empty", o -> o.dimensions(2));
        assertThat(empty.measureRecall(10, 10)).satisfies(recall -> {
            assertThat(recall.searches()).isZero();
            assertThat(recall.mean()).isEqualTo(1);
        });
        assertThatThrownBy(() -> empty.measureRecall(0, 10)).hasMessageContaining("not by 10 for 0");
        empty.drop();
    }
}
