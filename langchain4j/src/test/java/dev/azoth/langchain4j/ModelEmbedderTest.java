package dev.azoth.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.vector.document.Embedder;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingParameter;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelEmbedderTest {
    /** A model that notes what it is asked, and tells questions from documents. */
    private static final class Asked implements EmbeddingModel {
        private final List<String> requests = new ArrayList<>();

        @Override
        public EmbeddingResponse doEmbed(EmbeddingRequest request) {
            requests.add(request.inputType() + " " + request.inputs().size());
            return EmbeddingResponse.builder()
                    .embeddings(request.inputs().stream()
                            .map(input ->
                                    Embedding.from(new float[] {input.text().length(), 1}))
                            .toList())
                    .build();
        }

        @Override
        public Set<EmbeddingParameter<?>> supportedParameters() {
            return Set.of(EmbeddingRequestParameters.INPUT_TYPE);
        }
    }

    @Test
    void aModelIsToldWhatIsAQuestion() {
        Asked model = new Asked();
        Embedder embedder = new ModelEmbedder(model);

        assertThat(embedder.embed("one")).containsExactly(3, 1);
        assertThat(embedder.embedAll(List.of("one", "three"))).hasSize(2);
        assertThat(embedder.embedQuery("three")).containsExactly(5, 1);
        assertThat(embedder.embedAll(List.of())).isEmpty();

        assertThat(model.requests).containsExactly("DOCUMENT 1", "DOCUMENT 2", "QUERY 1");
    }

    @Test
    void aModelThatDoesNotKnowItsDimensionsIsAskedOnce() {
        Asked model = new Asked();
        Embedder embedder = new ModelEmbedder(model);
        assertThat(embedder.dimensions()).isEqualTo(2);
        assertThat(embedder.dimensions()).isEqualTo(2);
        assertThat(model.requests).hasSize(1);
    }

    @Test
    void aModelThatKnowsNoQuestionsIsAskedPlainly() {
        assertThat(new ModelEmbedder(new Words()).embedQuery("x"))
                .isEqualTo(new Words().embed("x").content().vector());
    }

    @Test
    void anEmbedderIsAModel() {
        Embedder embedder = new Embedder() {
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
        };
        EmbeddingModel model = new EmbedderModel(embedder);

        assertThat(model.dimension()).isEqualTo(2);
        assertThat(model.embed("four").content().vector()).containsExactly(4, 0);
        EmbeddingRequest question = EmbeddingRequest.builder()
                .input("four")
                .inputType(EmbeddingInputType.QUERY)
                .build();
        assertThat(model.embed(question).embeddings().get(0).vector()).containsExactly(4, 1);
        assertThat(new ModelEmbedder(model).embedQuery("four")).containsExactly(4, 1);
    }
}
