package dev.azoth.vector.document;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Sql;
import dev.azoth.type.Json;
import dev.azoth.vector.Metric;
import dev.azoth.vector.filter.Filter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection of documents, found by what they mean, by their metadata and by their ids.
 *
 * <pre>{@code
 * DocumentStore docs = DocumentStore.open(engine, "docs", o -> o.embedder(model).metric(COSINE).index(hnsw()));
 * docs.add(Document.of("text", Map.of("lang", "en")));
 * docs.search(Search.text("how do I …").topK(5).where(field("lang").eq("en").and(field("year").gte(2020))));
 * }</pre>
 *
 * <p>The same on every database. Where there is no index for vectors, searches are exact and look at all of them.
 *
 * <p>Each method is a transaction of its own, except in a store that {@link #in} gives. A store holds nothing open and need not be closed; it is safe for any number of threads, if
 * its embedder is.
 */
public final class DocumentStore {
    private final OpenCollection collection;
    private final Transactions transactions;
    private final boolean joined;
    private final DocumentReader reader;
    private final DocumentWriter writer;

    /** Where work is done: in a transaction of its own, or in the caller's. */
    private interface Transactions {
        <R> R run(Function<Connection, R> work);
    }

    private DocumentStore(OpenCollection collection, Transactions transactions, boolean joined) {
        this.joined = joined;
        this.collection = collection;
        this.transactions = transactions;
        this.reader = new DocumentReader(collection);
        this.writer = new DocumentWriter(collection, reader);
    }

    /** Opens a collection with the {@linkplain StoreOptions defaults}: its documents and searches bring their vectors. */
    public static DocumentStore open(Engine engine, String collection) {
        return open(engine, collection, options -> {});
    }

    /**
     * Opens a collection, creating what is missing unless told otherwise. Safe when many do it at once.
     *
     * @param collection its name: that of its table, from 1 to 50 bytes in UTF-8
     * @throws dev.azoth.InvalidRequestException if it is missing and may not be created, or if it has other dimensions
     */
    public static DocumentStore open(Engine engine, String collection, Consumer<StoreOptions> choose) {
        StoreOptions options = new StoreOptions();
        choose.accept(options);
        OpenCollection open = new StoreOpening(engine, collection, options.validated()).open();
        return new DocumentStore(open, engine::transaction, false);
    }

    /** The same store within the transaction of a connection, which neither begins nor ends one. To be used as long as the connection is, and by its thread alone. */
    public DocumentStore in(Connection connection) {
        return new DocumentStore(
                collection,
                new Transactions() {
                    @Override
                    public <R> R run(Function<Connection, R> work) {
                        return work.apply(connection);
                    }
                },
                true);
    }

    private <R> R run(Function<Connection, R> work) {
        return transactions.run(connection -> {
            collection.enter(connection);
            try {
                return work.apply(connection);
            } catch (DatabaseException e) {
                throw collection.explained(e);
            }
        });
    }

    /**
     * The same store for the documents of one tenant: what it adds is the tenant's, and it finds, changes and deletes no other's.
     *
     * @param name from 1 to 200 characters
     * @throws dev.azoth.InvalidRequestException if the collection was opened without {@link StoreOptions#tenancy}
     */
    public DocumentStore tenant(String name) {
        return new DocumentStore(collection.of(name), transactions, joined);
    }

    /**
     * Makes what a tenant has of its own by the collection's {@link Tenancy}, an index or a partition, unless it is there. A tenant without an index is searched exactly, and one without a
     * partition has no place for documents.
     */
    public void addTenant(String name) {
        OpenCollection own = collection.of(name);
        transactions.run(connection -> {
            own.enter(connection);
            own.storage().tenants().add(connection, own.table(), name, own.index(), own.metric());
            return true;
        });
    }

    /** Drops all documents of a tenant, and what it has of its own. */
    public void dropTenant(String name) {
        OpenCollection own = collection.of(name);
        transactions.run(connection -> {
            own.enter(connection);
            if (!own.storage().tenants().drop(connection, own.table(), name)) {
                connection.execute(own.delete(own.own().orElseThrow()));
            }
            return true;
        });
    }

    /** Adds documents with new ids. */
    public long add(Document... documents) {
        return add(Arrays.asList(documents));
    }

    /**
     * Adds documents with new ids, all or none. They are drawn and embedded a batch at a time as they are sent, so that memory stays bounded.
     *
     * @return how many
     * @throws dev.azoth.IntegrityException if an id is there already
     */
    public long add(Iterable<Document> documents) {
        return add(embedded(documents.iterator()));
    }

    private long add(EmbeddedRows rows) {
        return run(connection -> writer.add(connection, rows));
    }

    /** Adds the documents of a stream; see {@link #add(Iterable)}. */
    public long add(Stream<Document> documents) {
        return add(embedded(documents.iterator()));
    }

    /** Adds documents, or puts them in the place of those with the same ids. */
    public long upsert(Document... documents) {
        return upsert(Arrays.asList(documents));
    }

    /**
     * Adds documents, or puts them in the place of those with the same ids, all or none; drawn as by {@link #add(Iterable)}. Of several with the same id the
     * last one counts.
     *
     * @return how many were given
     */
    public long upsert(Iterable<Document> documents) {
        return upsert(embedded(documents.iterator()));
    }

    private long upsert(EmbeddedRows rows) {
        return run(connection -> writer.upsert(connection, rows));
    }

    /** Upserts the documents of a stream; see {@link #upsert(Iterable)}. */
    public long upsert(Stream<Document> documents) {
        return upsert(embedded(documents.iterator()));
    }

    /**
     * Deletes what matches a filter and adds documents, in one transaction: what was cut from a text that has changed, say.
     *
     * @return how many were added
     * @throws dev.azoth.IntegrityException if an id is that of a document that the filter does not match
     */
    public long replaceWhere(Filter filter, Iterable<Document> documents) {
        EmbeddedRows rows = embedded(documents.iterator());
        return run(connection -> {
            writer.delete(connection, filter);
            return writer.add(connection, rows);
        });
    }

    /**
     * Makes the documents of which a filter is true be those that are given, in one transaction: what was cut from the files of a folder, say. Documents are told apart by their ids, which are therefore not
     * random: {@link Document#withId}, or {@link Document#withIdOfContent}. One that is there with the same text is not embedded again, and others that match are deleted.
     *
     * @param documents drawn a page at a time; their ids alone are held in memory
     * @throws dev.azoth.InvalidRequestException if the filter is not true of a document that is given, or of one that is there with its id, or if two have the same id: the transaction is
     *     undone
     */
    public Synchronized synchronize(Filter filter, Iterable<Document> documents) {
        return run(connection ->
                new SynchronizeRun(collection, reader, writer, filter).run(connection, documents.iterator()));
    }

    /** The first batch is embedded before the transaction begins; for few documents, no lock is held while the model works. */
    private EmbeddedRows embedded(Iterator<Document> documents) {
        collection.checkTenant();
        EmbeddedRows rows = new EmbeddedRows(collection, documents);
        rows.draw();
        return rows;
    }

    /** Deletes documents by their ids, and gives how many were there. */
    public long delete(String... ids) {
        return delete(Arrays.asList(ids));
    }

    /** Deletes documents by their ids, and gives how many were there. */
    public long delete(Collection<String> ids) {
        return run(connection -> writer.delete(connection, ids));
    }

    /** Deletes the documents of which a filter is true, and gives how many they were. */
    public long delete(Filter filter) {
        return run(connection -> writer.delete(connection, filter));
    }

    /** The document of an id. */
    public Optional<Document> get(String id) {
        return get(List.of(id)).stream().findFirst();
    }

    /** The documents of these ids, in their order, without those that are not there. */
    public List<Document> get(Collection<String> ids) {
        return run(connection -> reader.get(connection, ids));
    }

    /** The documents of which a filter is true, in the order in which they came. */
    public List<Document> find(Filter filter) {
        return run(connection -> reader.all(connection, filter));
    }

    /** The first so many documents of which a filter is true. */
    public List<Document> find(Filter filter, int most) {
        return run(connection -> reader.find(connection, filter, most));
    }

    /** Does something with each document of which a filter is true, in the order in which they came; memory stays bounded. */
    public void forEach(Filter filter, Consumer<Document> action) {
        run(connection -> {
            reader.forEach(connection, filter, action);
            return true;
        });
    }

    /** How many documents there are. */
    public long count() {
        return run(reader::count);
    }

    /** How many documents there are of which a filter is true. */
    public long count(Filter filter) {
        return run(connection -> reader.count(connection, filter));
    }

    /**
     * The documents nearest to what is searched for.
     *
     * @throws IllegalArgumentException if the vector has other dimensions than the collection, or is not of numbers
     */
    public SearchResult search(Search search) {
        SearchRun run = new SearchRun(collection, reader);
        collection.checkTenant();
        float[] query = run.query(search);
        return run(connection -> run.run(connection, search, query));
    }

    /**
     * Measures how many of the really nearest documents the index finds, by searching for vectors of documents that are there, each by the index and exactly. On a large collection exact searches
     * take long.
     *
     * @param topK       how many documents each search is for, from 1 to 1000
     * @param sample     how many documents are searched for, at most, from 1 to 10,000: the same ones each time
     * @param candidates as {@link Search#candidates}
     */
    public Recall measureRecall(int topK, int sample, int candidates) {
        checkRecall(topK, sample);
        return run(connection -> recall(connection).ofDocuments(connection, topK, sample, candidates));
    }

    /** The same with the candidates that a search has by default. */
    public Recall measureRecall(int topK, int sample) {
        return measureRecall(
                topK, sample, Search.vector(new float[dimensions()]).candidates());
    }

    /** The same by vectors of one's own: those of questions that are really asked are another thing than those of documents. */
    public Recall measureRecall(int topK, List<float[]> queries, int candidates) {
        checkRecall(topK, queries.size());
        queries.forEach(collection::check);
        return run(connection -> recall(connection).of(queries, topK, candidates));
    }

    private RecallRun recall(Connection connection) {
        SearchRun run = new SearchRun(collection, reader);
        return new RecallRun(collection, search -> run.run(connection, search, run.query(search)));
    }

    private static void checkRecall(int topK, int searches) {
        if (topK < 1 || topK > 1_000 || searches < 1 || searches > 10_000) {
            throw new IllegalArgumentException(
                    "recall is measured by 1 to 10,000 searches for 1 to 1000 documents, not by " + searches + " for "
                            + topK);
        }
    }

    /** What is known of the collections in the connection's own schema, by their names; those that versions without such a list made are not in it. */
    public static List<CollectionInfo> collections(Engine engine) {
        return collections(engine, null);
    }

    /** The same for another schema. */
    public static List<CollectionInfo> collections(Engine engine, @Nullable String schema) {
        return new CollectionRegister(engine, schema, DocumentStorage.of(engine.server())).all();
    }

    /** What is known of the collection beside its documents. */
    public CollectionInfo info() {
        return register()
                .find(name())
                .orElseGet(() -> new CollectionInfo(
                        name(), dimensions(), metric(), Optional.empty(), Json.of(Map.of()), Optional.empty()));
    }

    private CollectionRegister register() {
        return new CollectionRegister(
                collection.engine(), collection.table().schema().orElse(null), collection.storage());
    }

    /** Drops the collection: its table with all documents. */
    public void drop() {
        transactions.run(connection -> {
            connection.dropAll(MetaData.of(List.of(collection.table())));
            collection
                    .storage()
                    .leftOver(collection.engine(), collection.table())
                    .forEach(statement -> connection.execute(Sql.text(statement)));
            return true;
        });
        if (!joined && register().isThere()) {
            register().remove(name());
        }
    }

    /** The engine that it was opened with. */
    public Engine engine() {
        return collection.engine();
    }

    /** The table, for statements of one's own. */
    public DocumentTable table() {
        return collection.table();
    }

    /** The name of the collection. */
    public String name() {
        return collection.table().name();
    }

    /** The dimensions of its vectors. */
    public int dimensions() {
        return collection.table().vectorType().dimensions();
    }

    /** What nearness is. */
    public Metric metric() {
        return collection.metric();
    }

    /** Whether an index serves its searches, so that some of the nearest may be missed. */
    public boolean isApproximate() {
        return collection.approximate();
    }

    @Override
    public String toString() {
        return "DocumentStore(" + name() + ", " + dimensions() + " dimensions, " + metric().label() + ")";
    }
}
