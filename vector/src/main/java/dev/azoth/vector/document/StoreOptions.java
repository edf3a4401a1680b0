package dev.azoth.vector.document;

import dev.azoth.type.Json;
import dev.azoth.vector.Creation;
import dev.azoth.vector.Metric;
import dev.azoth.vector.UnicodeText;
import dev.azoth.vector.VectorIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen for a collection when it is opened.
 *
 * <p>Defaults: no embedder, so that documents and searches bring their vectors; the dimensions of the embedder, or of the table that is there; cosine distance; no
 * index of the vectors, so that every search is exact; what is missing is created, in the connection's own schema; texts are embedded 64 at a time.
 *
 * <p>Filled in one thread, by the function given to {@link DocumentStore#open}.
 */
public final class StoreOptions {
    private @Nullable Embedder embedder;
    private int dimensions;
    private Metric metric = Metric.COSINE;
    private VectorIndex index = VectorIndex.none();
    private Creation creation = Creation.CREATE;
    private @Nullable String schema;
    private int embeddingBatch = 64;
    private @Nullable String language;
    private @Nullable IdType<?> ids;
    private @Nullable Tenancy tenancy;
    private @Nullable Metric saidMetric;
    private Json properties = Json.of(Map.of());

    StoreOptions() {}

    /** Turns texts into vectors. */
    public StoreOptions embedder(Embedder model) {
        embedder = model;
        return this;
    }

    /** The dimensions of the vectors, where no embedder tells them. */
    public StoreOptions dimensions(int number) {
        dimensions = number;
        if (number < 1) {
            throw new IllegalArgumentException("a vector has at least one dimension, not " + number);
        }
        return this;
    }

    /** What nearness is. */
    public StoreOptions metric(Metric kind) {
        metric = kind;
        saidMetric = kind;
        return this;
    }

    /** How near vectors are found without looking at all of them. Databases that have no such index look at all of them. */
    public StoreOptions index(VectorIndex kind) {
        index = kind;
        return this;
    }

    /** What may be created. */
    public StoreOptions creation(Creation mode) {
        creation = mode;
        return this;
    }

    /** The schema that the collection's table is in. */
    public StoreOptions schema(String name) {
        schema = name;
        return this;
    }

    /**
     * Indexes the words of the texts too, for {@link Search#hybrid()}; the same each time the collection is opened.
     *
     * @param ofLanguage whose endings are cut off, by the database's name for it, such as {@code english}: on PostgreSQL and, for English, on SQLite. MySQL and MariaDB take words as they
     *     are, and so do H2 and DuckDB, where each search looks at all texts. An empty one for the database's own choice
     */
    public StoreOptions words(String ofLanguage) {
        UnicodeText.check(ofLanguage, "a language");
        language = ofLanguage;
        return this;
    }

    /** What ids are, and how they are stored; the same each time the collection is opened. Text of up to {@value Document#LONGEST_ID} characters if nothing is said. */
    public StoreOptions ids(IdType<?> type) {
        ids = type;
        return this;
    }

    /**
     * Has each document be of a tenant, whose documents alone {@link DocumentStore#tenant} adds to, finds and deletes; the same each time the collection is opened. Ids are then unique among those of
     * a tenant.
     */
    public StoreOptions tenancy(Tenancy kind) {
        tenancy = kind;
        return this;
    }

    /** What is to be known of the collection when it is made: values as JSON has them. {@link DocumentStore#info} gives them back. */
    public StoreOptions properties(Map<String, ?> values) {
        properties = Json.of(values);
        return this;
    }

    /** How many texts are given to the embedder at once. */
    public StoreOptions embeddingBatch(int texts) {
        embeddingBatch = texts;
        return this;
    }

    StoreOptions validated() {
        List<String> wrong = new ArrayList<>();
        if (embeddingBatch < 1) {
            wrong.add("embeddingBatch must be at least 1, not " + embeddingBatch);
        }
        if (embedder != null && dimensions > 0 && embedder.dimensions() != dimensions) {
            wrong.add("dimensions is " + dimensions + ", but the embedder "
                    + embedder.getClass().getSimpleName() + " gives " + embedder.dimensions());
        }
        if (creation == Creation.SKIP && wantedDimensions().isEmpty()) {
            wrong.add("Creation.SKIP does not look at the table: say its dimensions(…), or give an embedder");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "these options of the store are wrong:\n  " + String.join("\n  ", wrong));
        }
        return this;
    }

    OptionalInt wantedDimensions() {
        if (embedder != null) {
            return OptionalInt.of(embedder.dimensions());
        }
        return dimensions > 0 ? OptionalInt.of(dimensions) : OptionalInt.empty();
    }

    Optional<Embedder> embedder() {
        return Optional.ofNullable(embedder);
    }

    Metric metric() {
        return metric;
    }

    VectorIndex index() {
        return index;
    }

    Creation creation() {
        return creation;
    }

    @Nullable
    String schema() {
        return schema;
    }

    Optional<String> language() {
        return Optional.ofNullable(language);
    }

    Optional<IdType<?>> ids() {
        return Optional.ofNullable(ids);
    }

    /** The metric, if one was said. */
    Optional<Metric> saidMetric() {
        return Optional.ofNullable(saidMetric);
    }

    Json properties() {
        return properties;
    }

    /** The name of the model, if it has one. */
    Optional<String> model() {
        return embedder().map(Embedder::model).filter(name -> !name.isEmpty());
    }

    @Nullable
    Tenancy tenancy() {
        return tenancy;
    }

    int embeddingBatch() {
        return embeddingBatch;
    }
}
