package dev.azoth.vector.document;

import dev.azoth.vector.filter.Filter;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What to search for; immutable, every method gives a new one.
 *
 * <p>Defaults: the 10 nearest documents, whatever their metadata and however far; at least 100 candidates where an index is used.
 */
public final class Search {
    /** The most documents that one search gives. */
    public static final int MOST = 10_000;

    private static final int CANDIDATES = 100;

    private final @Nullable String text;
    private final float @Nullable [] vector;
    private final int topK;
    private final @Nullable Filter filter;
    private final @Nullable Double minSimilarity;
    private final int candidates;
    private final boolean exact;

    private Search(
            @Nullable String text,
            float @Nullable [] vector,
            int topK,
            @Nullable Filter filter,
            @Nullable Double minSimilarity,
            int candidates,
            boolean exact) {
        this.text = text;
        this.vector = vector;
        this.topK = topK;
        this.filter = filter;
        this.minSimilarity = minSimilarity;
        this.candidates = candidates;
        this.exact = exact;
    }

    /** Documents that mean what a text means; the store's embedder turns it into a vector. */
    public static Search text(String text) {
        return new Search(text, null, 10, null, null, CANDIDATES, false);
    }

    /** Documents whose vectors are near this one. */
    public static Search vector(float[] vector) {
        return new Search(null, vector.clone(), 10, null, null, CANDIDATES, false);
    }

    /** At most so many documents, from 1 to {@value #MOST}. */
    public Search topK(int documents) {
        if (documents < 1 || documents > MOST) {
            throw new IllegalArgumentException("a search gives from 1 to " + MOST + " documents, not " + documents);
        }
        return new Search(text, vector, documents, filter, minSimilarity, candidates, exact);
    }

    /** Only documents of whose metadata a filter is true, and those of former calls. */
    public Search where(Filter condition) {
        Filter both = filter == null ? condition : filter.and(condition);
        return new Search(text, vector, topK, both, minSimilarity, candidates, exact);
    }

    /** Only documents that are at least so like; the scale is that of the store's {@link dev.azoth.vector.Metric}. */
    public Search minSimilarity(double similarity) {
        if (Double.isNaN(similarity)) {
            throw new IllegalArgumentException("a similarity is a number");
        }
        return new Search(text, vector, topK, filter, similarity, candidates, exact);
    }

    /** How many candidates an index looks at, at least: more take longer and miss fewer. Without an index it means nothing. */
    public Search candidates(int atLeast) {
        if (atLeast < 1) {
            throw new IllegalArgumentException("an index looks at one candidate at least, not " + atLeast);
        }
        return new Search(text, vector, topK, filter, minSimilarity, atLeast, exact);
    }

    /** Finds exactly the nearest, by looking at all vectors even where there is an index. */
    public Search exact() {
        return new Search(text, vector, topK, filter, minSimilarity, candidates, true);
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    Optional<float[]> vector() {
        return Optional.ofNullable(vector);
    }

    int topK() {
        return topK;
    }

    Optional<Filter> filter() {
        return Optional.ofNullable(filter);
    }

    OptionalDouble minSimilarity() {
        return minSimilarity == null ? OptionalDouble.empty() : OptionalDouble.of(minSimilarity);
    }

    int candidates() {
        return candidates;
    }

    boolean isExact() {
        return exact;
    }
}
