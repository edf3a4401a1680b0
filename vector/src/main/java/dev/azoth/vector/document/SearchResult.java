package dev.azoth.vector.document;

import java.util.Iterator;
import java.util.List;

/**
 * What a search found, the nearest first.
 *
 * @param hits        the documents found
 * @param shortResult whether an index gave up before it had as many as were asked for, although more match the filter; search again with more
 *                    {@link Search#candidates candidates}, or {@link Search#exact() exactly}
 */
public record SearchResult(List<Hit> hits, boolean shortResult) implements Iterable<Hit> {
    /** Takes an immutable copy. */
    public SearchResult {
        hits = List.copyOf(hits);
    }

    /** The documents, without their distances. */
    public List<Document> documents() {
        return hits.stream().map(Hit::document).toList();
    }

    @Override
    public Iterator<Hit> iterator() {
        return hits.iterator();
    }
}
