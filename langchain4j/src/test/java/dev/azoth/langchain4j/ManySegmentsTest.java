package dev.azoth.langchain4j;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.VectorIndex;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stores cut results off at what their index looks at, 40 documents, and found few or none where a filter left few. */
@EveryDatabase
class ManySegmentsTest {
    private static final int SEGMENTS = 2_000;

    private final AzothEmbeddingStore store;
    private final Random random = new Random(7);

    ManySegmentsTest(Database db) {
        store = AzothEmbeddingStore.open(
                db.engine(), "many", o -> o.dimensions(8).index(VectorIndex.hnsw()));
    }

    private Embedding anything() {
        float[] vector = new float[8];
        for (int i = 0; i < 8; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return Embedding.from(vector);
    }

    private int found(int most, @Nullable Filter filter) {
        return store.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(anything())
                        .maxResults(most)
                        .filter(filter)
                        .build())
                .matches()
                .size();
    }

    @Test
    void asManyAreFoundAsAreAskedFor() {
        List<Embedding> embeddings =
                IntStream.range(0, SEGMENTS).mapToObj(i -> anything()).toList();
        List<TextSegment> segments = IntStream.range(0, SEGMENTS)
                .mapToObj(i -> TextSegment.from("segment " + i, new Metadata().put("hundredth", i % 100)))
                .toList();

        assertThat(store.addAll(embeddings, segments)).hasSize(SEGMENTS).doesNotHaveDuplicates();

        assertThat(found(100, null)).isEqualTo(100);
        assertThat(found(1_000, null)).isEqualTo(1_000);
        assertThat(found(10, metadataKey("hundredth").isEqualTo(7))).isEqualTo(10);
        assertThat(found(100, metadataKey("hundredth").isEqualTo(7))).isEqualTo(20);
    }
}
