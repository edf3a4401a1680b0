package dev.azoth.langchain4j;

import static dev.langchain4j.internal.ValidationUtils.ensureConsistentSizes;
import static dev.langchain4j.internal.ValidationUtils.ensureNotNull;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Hit;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.SearchResult;
import dev.azoth.vector.document.StoreOptions;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.RelevanceScore;
import dev.langchain4j.store.embedding.filter.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DocumentStore} as LangChain4j takes it.
 *
 * <pre>{@code
 * EmbeddingStore<TextSegment> store = AzothEmbeddingStore.open(engine, "docs", o -> o.dimensions(384).index(hnsw()));
 * }</pre>
 *
 * <p>A segment is a document; an embedding without a segment is one with an empty text, and comes back without a segment. Ids are of any form. What is added by an id that is there takes its place.
 * The values of the metadata come back with their types.
 *
 * <p>The score is from 0 to 1: half of one plus the similarity for cosine and for the inner product (of vectors of length 1), and the similarity itself, {@code 1 / (1 + distance)}, for the others.
 *
 * <p>Each method is a transaction of its own, except in a store that {@link #in} gives. A store holds nothing open; it is safe for any number of threads.
 */
public final class AzothEmbeddingStore implements EmbeddingStore<TextSegment> {
    private final DocumentStore documents;
    private final BiFunction<EmbeddingSearchRequest, Search, Search> searching;

    private AzothEmbeddingStore(DocumentStore documents, BiFunction<EmbeddingSearchRequest, Search, Search> searching) {
        this.documents = documents;
        this.searching = searching;
    }

    /** A store of documents that is open already. */
    public static AzothEmbeddingStore of(DocumentStore documents) {
        return new AzothEmbeddingStore(documents, (request, search) -> search);
    }

    /**
     * Opens a collection, creating what is missing unless told otherwise, as {@link DocumentStore#open(Engine, String, Consumer)} does.
     *
     * @param choose at least the dimensions of the embedding model, or an embedder, such as {@link ModelEmbedder}, which knows them
     */
    public static AzothEmbeddingStore open(Engine engine, String collection, Consumer<StoreOptions> choose) {
        return of(DocumentStore.open(engine, collection, choose));
    }

    /** The same store within the transaction of a connection, which neither begins nor ends one. To be used as long as the connection is, and by its thread alone. */
    public AzothEmbeddingStore in(Connection connection) {
        return new AzothEmbeddingStore(documents.in(connection), searching);
    }

    /**
     * The same store, whose searches are changed before they run: {@code (request, search) -> search.hybrid(request.query())} searches by words too,
     * {@code (request, search) -> search.diverse(0.7)} for segments that differ from each other.
     *
     * @param change gets the request, and the search that was made of it
     */
    public AzothEmbeddingStore searching(BiFunction<EmbeddingSearchRequest, Search, Search> change) {
        return new AzothEmbeddingStore(
                documents, (request, search) -> change.apply(request, searching.apply(request, search)));
    }

    /** The documents, for all that LangChain4j has no word for. */
    public DocumentStore documents() {
        return documents;
    }

    @Override
    public String add(Embedding embedding) {
        return addAll(List.of(embedding)).get(0);
    }

    @Override
    public void add(String id, Embedding embedding) {
        documents.upsert(document(id, embedding, null));
    }

    @Override
    public String add(Embedding embedding, @Nullable TextSegment segment) {
        String id = generateIds(1).get(0);
        documents.add(document(id, embedding, segment));
        return id;
    }

    @Override
    public List<String> addAll(List<Embedding> embeddings) {
        return addAll(embeddings, null);
    }

    @Override
    public List<String> addAll(List<Embedding> embeddings, @Nullable List<TextSegment> segments) {
        List<String> ids = generateIds(embeddings.size());
        documents.add(documents(ids, embeddings, segments));
        return ids;
    }

    @Override
    public void addAll(
            @Nullable List<String> ids, @Nullable List<Embedding> embeddings, @Nullable List<TextSegment> segments) {
        documents.upsert(documents(ids, embeddings, segments));
    }

    private static List<Document> documents(
            @Nullable List<String> ids, @Nullable List<Embedding> embeddings, @Nullable List<TextSegment> segments) {
        ensureConsistentSizes(ids, embeddings, segments);
        List<Document> all = new ArrayList<>();
        if (ids != null && embeddings != null) {
            for (int i = 0; i < ids.size(); i++) {
                all.add(document(ids.get(i), embeddings.get(i), segments == null ? null : segments.get(i)));
            }
        }
        return all;
    }

    private static Document document(String id, Embedding embedding, @Nullable TextSegment segment) {
        Document document = segment == null
                ? Document.of("")
                : Document.of(segment.text(), TypedMetadata.toJson(segment.metadata()));
        return document.withId(id).withEmbedding(embedding.vector());
    }

    /** Removes segments by their ids; an id that is not there is none. */
    @Override
    public void removeAll(@Nullable Collection<String> ids) {
        if (ids != null && !ids.isEmpty()) {
            documents.delete(ids);
        }
    }

    @Override
    public void removeAll(Filter filter) {
        documents.delete(FilterTranslation.of(ensureNotNull(filter, "filter")));
    }

    @Override
    public void removeAll() {
        documents.delete(dev.azoth.vector.filter.Filter.all(List.of()));
    }

    /**
     * The segments nearest to what is searched for, with their embeddings. When an index gives up although more match, the search is done once more without it, so that there are never fewer
     * results than there could be.
     *
     * @throws IllegalArgumentException if the embedding has other dimensions than the collection, or has no direction
     */
    @Override
    public EmbeddingSearchResult<TextSegment> search(EmbeddingSearchRequest request) {
        Search search = searching.apply(request, search(request, request.filter()));
        SearchResult found = documents.search(search);
        SearchResult all = found.shortResult() ? documents.search(search.exact()) : found;
        return new EmbeddingSearchResult<>(all.hits().stream()
                .map(this::match)
                .filter(match -> match.score() >= request.minScore())
                .toList());
    }

    private static Search search(EmbeddingSearchRequest request, @Nullable Filter filter) {
        Search search = Search.vector(request.queryEmbedding().vector())
                .topK(request.maxResults())
                .withEmbeddings();
        return filter == null ? search : search.where(FilterTranslation.of(filter));
    }

    private EmbeddingMatch<TextSegment> match(Hit hit) {
        Document document = hit.document();
        return new EmbeddingMatch<>(
                score(hit.similarity()),
                document.id(),
                Embedding.from(document.embedding().orElseThrow()),
                segment(document));
    }

    private double score(double similarity) {
        return switch (documents.metric()) {
            case COSINE, INNER_PRODUCT -> RelevanceScore.fromCosineSimilarity(similarity);
            case L2, L1 -> similarity;
        };
    }

    /** LangChain4j has no segments without a text. */
    private static @Nullable TextSegment segment(Document document) {
        return document.text().isBlank()
                ? null
                : TextSegment.from(document.text(), TypedMetadata.fromJson(document.metadata()));
    }

    @Override
    public String toString() {
        return "AzothEmbeddingStore(" + documents + ")";
    }
}
