package dev.azoth.langchain4j;

import dev.azoth.vector.document.Embedder;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import java.util.List;

/**
 * An embedding model of LangChain4j as an embedder of documents: {@code options.embedder(new ModelEmbedder(model))}.
 *
 * <p>A model that tells questions from documents is told which of them a text is. LangChain4j embeds no blank texts. Safe for as many threads as the model is.
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
            dimensions = model.dimension();
        }
        return dimensions;
    }

    @Override
    public float[] embed(String text) {
        return embedAll(List.of(text)).get(0);
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        return embed(texts, EmbeddingInputType.DOCUMENT);
    }

    @Override
    public float[] embedQuery(String text) {
        return embed(List.of(text), EmbeddingInputType.QUERY).get(0);
    }

    private List<float[]> embed(List<String> texts, EmbeddingInputType type) {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        List<Embedding> embeddings = model.supportedParameters().contains(EmbeddingRequestParameters.INPUT_TYPE)
                ? model.embed(EmbeddingRequest.builder()
                                .textSegments(segments)
                                .inputType(type)
                                .build())
                        .embeddings()
                : model.embedAll(segments).content();
        return embeddings.stream().map(Embedding::vector).toList();
    }
}
