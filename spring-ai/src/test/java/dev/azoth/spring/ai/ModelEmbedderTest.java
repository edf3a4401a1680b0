package dev.azoth.spring.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.vector.document.Embedder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingModel;

class ModelEmbedderTest {
    @Test
    void aModelIsAnEmbedder() {
        Words model = new Words();
        Embedder embedder = new ModelEmbedder(model);

        assertThat(embedder.dimensions()).isEqualTo(Words.DIMENSIONS);
        assertThat(embedder.embed("one")).isEqualTo(model.embed("one"));
        assertThat(embedder.embedQuery("one")).isEqualTo(model.embed("one"));
        model.batches.clear();
        assertThat(embedder.embedAll(List.of("one", "two"))).hasSize(2);
        assertThat(embedder.embedAll(List.of())).isEmpty();
        assertThat(model.batches).containsExactly(2);
    }

    @Test
    void anEmbedderIsAModel() {
        EmbeddingModel model = new EmbedderModel(new Embedder() {
            @Override
            public int dimensions() {
                return 2;
            }

            @Override
            public float[] embed(String text) {
                return new float[] {text.length(), 0};
            }

            @Override
            public float[] embedQuery(String text) {
                return new float[] {text.length(), 1};
            }
        });

        assertThat(model.dimensions()).isEqualTo(2);
        assertThat(model.embed("four")).containsExactly(4, 1);
        assertThat(model.embed(new Document("four"))).containsExactly(4, 0);
        assertThat(model.embed(List.of("four", "three")).get(1)).containsExactly(5, 0);
    }
}
