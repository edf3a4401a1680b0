package dev.azoth.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import java.util.Locale;
import java.util.Random;

/** A model for tests: a text's vector is the sum of its words' vectors, which are made of the words' hashes, and is of length 1. */
final class Words implements EmbeddingModel {
    static final int DIMENSIONS = 32;

    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
        return EmbeddingResponse.builder()
                .embeddings(request.inputs().stream()
                        .map(EmbeddingInput::text)
                        .map(Words::vector)
                        .toList())
                .build();
    }

    private static Embedding vector(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] += (float) random.nextGaussian();
            }
        }
        Embedding embedding = Embedding.from(vector);
        embedding.normalize();
        return embedding;
    }

    @Override
    public int dimension() {
        return DIMENSIONS;
    }
}
