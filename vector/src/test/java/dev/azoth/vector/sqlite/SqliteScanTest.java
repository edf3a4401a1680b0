package dev.azoth.vector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.sql.Sql;
import dev.azoth.vector.SampleVectors;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite gives many vectors at once where it leaves their bytes as they are. */
class SqliteScanTest {
    @TempDir
    private Path folder;

    private static boolean isFor(Engine engine) {
        return engine.transaction(SqliteScan::isFor);
    }

    @Test
    void aDatabaseOfUtf16IsReadRowByRow() {
        try (Engine engine = Engine.create("sqlite:///" + folder.resolve("wide.db"))) {
            engine.begin(connection -> connection.execute(Sql.text("PRAGMA encoding = 'UTF-16le'")));
            DocumentStore docs = DocumentStore.open(engine, "docs", o -> o.dimensions(8));
            assertThat(isFor(engine)).isFalse();
            Random random = new Random(1);
            List<float[]> vectors = IntStream.range(0, 50)
                    .mapToObj(i -> SampleVectors.random(random, 8))
                    .toList();
            docs.add(IntStream.range(0, 50)
                    .mapToObj(i -> Document.of("é " + i).withId("d" + i).withEmbedding(vectors.get(i))));
            for (int i = 0; i < 50; i++) {
                assertThat(docs.search(Search.vector(vectors.get(i)).topK(1)).documents())
                        .extracting(Document::id)
                        .containsExactly("d" + i);
            }
        }
    }

    /** Bytes that would be no text, or would end one: a zero, a byte order mark, half a character. */
    @Test
    void bytesThatAreNoTextComeAsTheyAre() {
        try (Engine engine = Engine.create("sqlite:///" + folder.resolve("narrow.db"))) {
            DocumentStore docs = DocumentStore.open(engine, "docs", o -> o.dimensions(2));
            assertThat(isFor(engine)).isTrue();
            float[][] vectors = {
                {0, 1}, {Float.intBitsToFloat(0x00BFBBEF), 1}, {Float.intBitsToFloat(0x3F80C3FF), -1}, {1, 0}
            };
            for (int i = 0; i < vectors.length; i++) {
                docs.add(Document.of("").withId("d" + i).withEmbedding(vectors[i]));
            }
            assertThat(docs.search(Search.vector(new float[] {0, 1}).topK(4).withEmbeddings())
                            .hits())
                    .hasSize(4)
                    .allSatisfy(hit -> assertThat(hit.document().embedding().orElseThrow())
                            .isEqualTo(vectors[hit.document().id().charAt(1) - '0']));
        }
    }
}
