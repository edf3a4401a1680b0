package dev.azoth.spring.ai;

import dev.azoth.engine.Connection;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Hit;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.SearchResult;
import dev.azoth.vector.filter.MissingFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.ai.document.Document;
import org.springframework.ai.document.DocumentMetadata;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.observation.conventions.VectorStoreSimilarityMetric;
import org.springframework.ai.vectorstore.AbstractVectorStoreBuilder;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.observation.AbstractObservationVectorStore;
import org.springframework.ai.vectorstore.observation.VectorStoreObservationContext;

/**
 * A {@link DocumentStore} as Spring AI takes it, observed as Spring AI's own stores are.
 *
 * <pre>{@code
 * DocumentStore docs = DocumentStore.open(engine, "docs", o -> o.embedder(new ModelEmbedder(model)).index(hnsw()));
 * VectorStore store = AzothVectorStore.builder(docs, model).build();
 * }</pre>
 *
 * <p>Ids are of any form, and what is added by an id that is there takes its place. Metadata is JSON: strings, numbers, booleans, lists and maps; dates and times become their ISO texts, in metadata and in filters
 * alike. Filters run in the database, with names and values bound.
 *
 * <p>The score is the similarity of the store's {@link dev.azoth.vector.Metric}: the cosine, from -1 to 1, for cosine distance. Results have it, and, under {@code distance} in their metadata, the
 * distance, unless the document has metadata of that name. A threshold of 0, which is Spring AI's word for all, leaves out nothing.
 *
 * <p>Each method is a transaction of its own, except in a store that {@link #in} gives. A store holds nothing open; it is safe for as many threads as its model is.
 */
public final class AzothVectorStore extends AbstractObservationVectorStore {
    private final Builder builder;
    private final DocumentStore documents;
    private final FilterTranslation filters;

    private AzothVectorStore(Builder builder, DocumentStore documents) {
        super(builder);
        this.builder = builder;
        this.documents = documents;
        this.filters = new FilterTranslation(builder.missingFields);
    }

    /**
     * Begins a store.
     *
     * @param documents where documents are kept
     * @param model     turns texts into vectors of as many dimensions as the documents have
     */
    public static Builder builder(DocumentStore documents, EmbeddingModel model) {
        return new Builder(documents, model);
    }

    /** The same store within the transaction of a connection, which neither begins nor ends one. To be used as long as the connection is, and by its thread alone. */
    public AzothVectorStore in(Connection connection) {
        return new AzothVectorStore(builder, documents.in(connection));
    }

    /**
     * Adds documents, or puts them in the place of those with the same ids, all or none. They are embedded in the batches of the batching strategy, before the transaction begins.
     *
     * @throws IllegalArgumentException if there is metadata that JSON does not take, or a vector that has other dimensions or no direction
     */
    @Override
    public void doAdd(List<Document> added) {
        List<float[]> vectors =
                embeddingModel.embed(added, EmbeddingOptions.builder().build(), batchingStrategy);
        List<dev.azoth.vector.document.Document> all = new ArrayList<>(added.size());
        for (int i = 0; i < added.size(); i++) {
            all.add(document(added.get(i)).withEmbedding(vectors.get(i)));
        }
        documents.upsert(all);
    }

    private static dev.azoth.vector.document.Document document(Document document) {
        return dev.azoth.vector.document.Document.of(
                        Objects.requireNonNullElse(document.getText(), ""), JsonMetadata.of(document))
                .withId(document.getId());
    }

    @Override
    public void doDelete(List<String> ids) {
        documents.delete(ids);
    }

    @Override
    protected void doDelete(org.springframework.ai.vectorstore.filter.Filter.Expression filter) {
        documents.delete(filters.of(filter));
    }

    /**
     * The documents nearest to a text. When an index gives up although more match, the search is done once more without it, so that there are never fewer results than there could be.
     */
    @Override
    public List<Document> doSimilaritySearch(SearchRequest request) {
        Search search = builder.searching.apply(request, search(request));
        SearchResult found = documents.search(search);
        SearchResult all = found.shortResult() ? documents.search(search.exact()) : found;
        return all.hits().stream().map(AzothVectorStore::document).toList();
    }

    private Search search(SearchRequest request) {
        Search search = Search.vector(embeddingModel.embed(request.getQuery())).topK(request.getTopK());
        if (request.getSimilarityThreshold() > SearchRequest.SIMILARITY_THRESHOLD_ACCEPT_ALL) {
            search = search.minSimilarity(request.getSimilarityThreshold());
        }
        var expression = request.getFilterExpression();
        return expression == null ? search : search.where(filters.of(expression));
    }

    private static Document document(Hit hit) {
        Map<String, Object> metadata = JsonMetadata.from(hit.document().metadata());
        metadata.putIfAbsent(DocumentMetadata.DISTANCE.value(), hit.distance());
        return Document.builder()
                .id(hit.document().id())
                .text(hit.document().text())
                .metadata(metadata)
                .score(hit.similarity())
                .build();
    }

    @Override
    public VectorStoreObservationContext.Builder createObservationContextBuilder(String operation) {
        return VectorStoreObservationContext.builder(
                        documents.engine().dialect().name(), operation)
                .collectionName(documents.name())
                .dimensions(documents.dimensions())
                .fieldName(documents.table().embedding.name())
                .similarityMetric(metric());
    }

    private String metric() {
        return switch (documents.metric()) {
            case COSINE -> VectorStoreSimilarityMetric.COSINE.value();
            case INNER_PRODUCT -> VectorStoreSimilarityMetric.DOT.value();
            case L2 -> VectorStoreSimilarityMetric.EUCLIDEAN.value();
            case L1 -> VectorStoreSimilarityMetric.MANHATTAN.value();
        };
    }

    /** The {@link DocumentStore}, for all that Spring AI has no word for. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // the caller says what it expects, as with Spring AI's own stores
    public <T> Optional<T> getNativeClient() {
        return Optional.of((T) documents);
    }

    @Override
    public String toString() {
        return "AzothVectorStore(" + documents + ")";
    }

    /**
     * Builds a store.
     *
     * <p>Defaults: no observations; texts embedded in batches by tokens, as Spring AI's stores do; {@code !=} and {@code NIN} match documents without the key; searches as they are asked for.
     */
    public static final class Builder extends AbstractVectorStoreBuilder<Builder> {
        private final DocumentStore documents;
        private MissingFields missingFields = MissingFields.MATCH;
        private BiFunction<SearchRequest, Search, Search> searching = (request, search) -> search;

        private Builder(DocumentStore documents, EmbeddingModel model) {
            super(model);
            this.documents = documents;
        }

        /** What {@code !=} and {@code NIN} say of documents without the key; {@link MissingFields#LEFT_OUT} is what Spring AI's store for pgvector says. */
        public Builder missingFields(MissingFields mode) {
            missingFields = mode;
            return this;
        }

        /**
         * Changes each search before it runs: {@code (request, search) -> search.hybrid(request.getQuery())} searches by words too, {@code (request, search) -> search.diverse(0.7)} for
         * documents that differ from each other.
         *
         * @param change gets the request, and the search that was made of it
         */
        public Builder searching(BiFunction<SearchRequest, Search, Search> change) {
            searching = change;
            return this;
        }

        @Override
        public AzothVectorStore build() {
            return new AzothVectorStore(this, documents);
        }
    }
}
