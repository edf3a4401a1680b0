package dev.azoth.spring.ai;

import dev.azoth.vector.document.Embedder;
import java.util.List;
import org.springframework.ai.embedding.EmbeddingModel;

/**
 * An embedding model of Spring AI as an embedder of documents: {@code options.embedder(new ModelEmbedder(model))}.
 *
 * <p>Safe for as many threads as the model is.
 */
public final class ModelEmbedder implements Embedder {
    private final EmbeddingModel model;
    private volatile int dimensions;

    /** An embedder that asks this model. */
    public ModelEmbedder(EmbeddingModel model) {
        this.model = model;
    }

    /** The dimensions of the model's vectors; it is asked once. A model that does not know them embeds a text for it. */
    @Override
    public int dimensions() {
        if (dimensions == 0) {
            dimensions = model.dimensions();
        }
        return dimensions;
    }

    @Override
    public float[] embed(String text) {
        return model.embed(text);
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.isEmpty() ? List.of() : model.embed(texts);
    }
}
