package dev.azoth.vector.document;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of documents, drawn a batch at a time, whose texts are embedded together. */
final class EmbeddedRows implements Iterator<@Nullable Object[]> {
    private final OpenCollection collection;
    private final Iterator<Document> documents;
    private Iterator<@Nullable Object[]> batch = Collections.emptyIterator();

    EmbeddedRows(OpenCollection collection, Iterator<Document> documents) {
        this.collection = collection;
        this.documents = documents;
    }

    /** Draws and embeds the next batch, when the last one is used up. */
    void draw() {
        if (!batch.hasNext() && documents.hasNext()) {
            List<Document> next = new ArrayList<>();
            while (next.size() < collection.embeddingBatch() && documents.hasNext()) {
                next.add(documents.next());
            }
            batch = rows(next);
        }
    }

    @Override
    public boolean hasNext() {
        draw();
        return batch.hasNext();
    }

    @Override
    public @Nullable Object[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more documents");
        }
        return batch.next();
    }

    private Iterator<@Nullable Object[]> rows(List<Document> next) {
        List<Document> without =
                next.stream().filter(document -> document.vector() == null).toList();
        Iterator<float[]> made = embed(without).iterator();
        List<@Nullable Object[]> rows = new ArrayList<>(next.size());
        @Nullable String tenant = collection.tenant().orElse(null);
        for (Document document : next) {
            float[] own = document.vector();
            float[] vector = own == null ? made.next() : own;
            try {
                collection.check(vector);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("document " + document.id() + ": " + e.getMessage(), e);
            }
            String id = collection.id(document.id());
            rows.add(
                    tenant == null
                            ? new Object[] {id, vector, document.json(), document.text()}
                            : new Object[] {id, vector, document.json(), document.text(), tenant});
        }
        return rows.iterator();
    }

    private List<float[]> embed(List<Document> without) {
        if (without.isEmpty()) {
            return List.of();
        }
        Embedder embedder = collection
                .embedder()
                .orElseThrow(() -> new InvalidRequestException(
                        "document " + without.get(0).id() + " has no vector, and the collection "
                                + collection.table().name()
                                + " was opened without an embedder: open it with one, or call withEmbedding(…)"));
        List<float[]> vectors =
                embedder.embedAll(without.stream().map(Document::text).toList());
        if (vectors.size() != without.size()) {
            throw new IllegalStateException(
                    "the embedder " + embedder.getClass().getSimpleName() + " made " + vectors.size() + " vectors of "
                            + without.size() + " texts");
        }
        return vectors;
    }
}
