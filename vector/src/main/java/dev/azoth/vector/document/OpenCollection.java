package dev.azoth.vector.document;

import dev.azoth.engine.Engine;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorStorage;
import java.util.Optional;

/**
 * A collection as it was found or made when it was opened.
 *
 * @param vectors        how its vectors are stored and compared
 * @param storage        what else its database can do for it
 * @param approximate    whether an index gives near vectors rather than exactly the nearest
 * @param embeddingBatch how many texts are given to the embedder at once
 * @param language       whose words are indexed; empty where none are
 * @param ids            what ids are; empty for text
 */
record OpenCollection(
        Engine engine,
        DocumentTable table,
        VectorStorage vectors,
        DocumentStorage storage,
        Metric metric,
        Optional<Embedder> embedder,
        boolean approximate,
        int embeddingBatch,
        Optional<String> language,
        Optional<IdType<?>> ids) {
    /** An id as the collection has it: one that may be written in several ways has one text there. */
    String id(String text) {
        try {
            return ids.isEmpty() ? text : ids.get().plain(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the collection " + table.name() + ": " + e.getMessage(), e);
        }
    }

    /** Refuses a vector that the collection cannot hold or search for. */
    void check(float[] vector) {
        table.vectorType().check(vector, table.place());
        metric.check(vector, table.place());
    }
}
