package dev.azoth.langchain4j;

import dev.azoth.vector.document.Embedder;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingParameter;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import java.util.List;
import java.util.Set;

/**
 * An embedder of documents as an embedding model of LangChain4j.
 *
 * <p>A request of the type {@link EmbeddingInputType#QUERY} is embedded as a question, any other as documents. Safe for as many threads as the embedder is.
 */
public final class EmbedderModel implements EmbeddingModel {
    private final Embedder embedder;

    /** A model that asks this embedder. */
    public EmbedderModel(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
        List<String> texts = request.inputs().stream().map(EmbeddingInput::text).toList();
        List<float[]> vectors = request.inputType() == EmbeddingInputType.QUERY
                ? texts.stream().map(embedder::embedQuery).toList()
                : embedder.embedAll(texts);
        return EmbeddingResponse.builder()
                .embeddings(vectors.stream().map(Embedding::from).toList())
                .build();
    }

    @Override
    public Set<EmbeddingParameter<?>> supportedParameters() {
        return Set.of(EmbeddingRequestParameters.INPUT_TYPE);
    }

    @Override
    public int dimension() {
        return embedder.dimensions();
    }
}
