package dev.azoth.vector.document;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.vector.SampleVectors;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hundred thousand documents load and are found. */
@OnDatabase({"sqlite", "postgresql"})
class LargeCollectionTest {
    private static final int NUMBER = 100_000;
    private static final int DIMENSIONS = 384;

    /** One vector in a thousand is made anew, the others are like it but for one element: making them takes longer than storing them. */
    private static Stream<Document> documents() {
        Random random = new Random(3);
        float[][] last = {SampleVectors.random(random, DIMENSIONS)};
        return IntStream.range(0, NUMBER).mapToObj(i -> {
            if (i % 1_000 == 0) {
                last[0] = SampleVectors.random(random, DIMENSIONS);
            }
            float[] vector = last[0].clone();
            vector[i % DIMENSIONS] += 1 + i % 7;
            return Document.of("document " + i, Map.of("n", i, "percent", i % 100))
                    .withId("d" + i)
                    .withEmbedding(vector);
        });
    }

    @Test
    void loadAndAreFound(Database db) {
        DocumentStore docs = DocumentStore.open(db.engine(), "docs", o -> o.dimensions(DIMENSIONS));
        long began = System.nanoTime();
        assertThat(docs.add(documents())).isEqualTo(NUMBER);
        Duration loading = Duration.ofNanos(System.nanoTime() - began);
        assertThat(docs.count()).isEqualTo(NUMBER);

        Iterator<Document> some =
                documents().filter(document -> document.id().endsWith("0000")).iterator();
        Duration best = Duration.ofHours(1);
        while (some.hasNext()) {
            Document wanted = some.next();
            began = System.nanoTime();
            SearchResult result =
                    docs.search(Search.vector(wanted.embedding().orElseThrow()).topK(10));
            Duration searching = Duration.ofNanos(System.nanoTime() - began);
            best = searching.compareTo(best) < 0 ? searching : best;
            assertThat(result.hits()).hasSize(10);
            assertThat(result.hits().get(0).distance()).isLessThan(1e-5);
            SearchResult filtered = docs.search(Search.vector(wanted.embedding().orElseThrow())
                    .topK(10)
                    .where(field("percent").eq(7)));
            assertThat(filtered.hits())
                    .hasSize(10)
                    .allSatisfy(hit -> assertThat(hit.document().metadata()).containsEntry("percent", 7L));
        }
        System.out.printf(
                "%s: %,d documents of %d dimensions loaded in %d ms, best search in %d ms%n",
                db.name(), NUMBER, DIMENSIONS, loading.toMillis(), best.toMillis());
    }
}
