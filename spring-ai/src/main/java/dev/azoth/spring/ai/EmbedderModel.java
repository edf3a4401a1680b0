package dev.azoth.spring.ai;

import dev.azoth.vector.document.Embedder;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/**
 * An embedder of documents as an embedding model of Spring AI.
 *
 * <p>A text alone is embedded as a question, since that is how stores embed what is searched for; documents, and texts in a list, as what is stored. Safe for as many threads as the embedder is.
 */
public final class EmbedderModel implements EmbeddingModel {
    private final Embedder embedder;

    /** A model that asks this embedder. */
    public EmbedderModel(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        List<float[]> vectors = embedder.embedAll(request.getInstructions());
        return new EmbeddingResponse(IntStream.range(0, vectors.size())
                .mapToObj(i -> new Embedding(vectors.get(i), i))
                .toList());
    }

    @Override
    public float[] embed(String text) {
        return embedder.embedQuery(text);
    }

    @Override
    public float[] embed(Document document) {
        return embedder.embed(Objects.requireNonNull(document.getText(), "a document without a text"));
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }
}
