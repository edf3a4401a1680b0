package dev.azoth.vector.document;

import dev.azoth.vector.UnicodeText;
import dev.azoth.vector.filter.Filter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What to search for; immutable, every method gives a new one.
 *
 * <p>Defaults: the 10 nearest documents, whatever their metadata and however far; at least 100 candidates where an index is used.
 */
public final class Search {
    /** The most documents that one search looks for, those that are skipped included. */
    public static final int MOST = 10_000;

    /** How many documents {@link #diverse(double)} chooses from, at least, and for each one that is asked for. */
    private static final int CHOICE = 20;

    private static final int CHOICE_OF_EACH = 4;
    private static final int LISTED = 40;

    private final Wishes wishes;

    /** What was said; not changed any more once a search has it. */
    private static final class Wishes {
        private @Nullable String text;
        private float @Nullable [] vector;
        private int topK = 10;
        private int skipped;
        private @Nullable Filter filter;
        private @Nullable Double minSimilarity;
        private int candidates = 100;
        private boolean exact;
        private boolean embeddings;
        private @Nullable Diversity diversity;
        private @Nullable String words;
        private Fusion fusion = Fusion.reciprocalRank();

        Wishes copy() {
            Wishes other = new Wishes();
            other.text = text;
            other.vector = vector;
            other.topK = topK;
            other.skipped = skipped;
            other.filter = filter;
            other.minSimilarity = minSimilarity;
            other.candidates = candidates;
            other.exact = exact;
            other.embeddings = embeddings;
            other.diversity = diversity;
            other.words = words;
            other.fusion = fusion;
            return other;
        }

        Wishes validated() {
            if (skipped > MOST - topK) {
                throw new IllegalArgumentException("a search looks for at most " + MOST + " documents, and " + topK
                        + " after " + skipped + " are more: add a filter, or take them by find(…)");
            }
            if (diversity != null && words != null) {
                throw new IllegalArgumentException(
                        "a search by words has an order of its own: either diverse(…) or hybrid(…), not both");
            }
            int results = skipped + topK;
            if (diversity != null && diversity.among > 0 && diversity.among < results) {
                throw new IllegalArgumentException(
                        "of " + diversity.among + " documents no " + results + " can be chosen: say a larger number");
            }
            return this;
        }
    }

    /**
     * How results are chosen that differ from each other.
     *
     * @param relevance from 0, each as unlike those before it as can be, to 1, the nearest
     * @param among     the number of the nearest that they are chosen from; 0 for the default
     */
    record Diversity(double relevance, int among) {}

    private Search(Wishes wishes) {
        this.wishes = wishes;
    }

    private Search with(Consumer<Wishes> change) {
        Wishes other = wishes.copy();
        change.accept(other);
        return new Search(other.validated());
    }

    /** Documents that mean what a text means; the store's embedder turns it into a vector. */
    public static Search text(String text) {
        return new Search(new Wishes()).with(search -> search.text = text);
    }

    /** Documents whose vectors are near this one. */
    public static Search vector(float[] vector) {
        return new Search(new Wishes()).with(search -> search.vector = vector.clone());
    }

    /** At most so many documents, from 1 to {@value #MOST}. */
    public Search topK(int documents) {
        if (documents < 1 || documents > MOST) {
            throw new IllegalArgumentException("a search gives from 1 to " + MOST + " documents, not " + documents);
        }
        return with(search -> search.topK = documents);
    }

    /** Without so many of the first: the next page. All that is skipped is found again, so that a page far behind costs as much as all pages before it. */
    public Search skip(int documents) {
        if (documents < 0) {
            throw new IllegalArgumentException("a search skips no " + documents + " documents");
        }
        return with(search -> search.skipped = documents);
    }

    /** Only documents of whose metadata a filter is true, and those of former calls. */
    public Search where(Filter condition) {
        return with(search -> search.filter = search.filter == null ? condition : search.filter.and(condition));
    }

    /** Only documents that are at least so like; the scale is that of the store's {@link dev.azoth.vector.Metric}. */
    public Search minSimilarity(double similarity) {
        if (Double.isNaN(similarity)) {
            throw new IllegalArgumentException("a similarity is a number");
        }
        return with(search -> search.minSimilarity = similarity);
    }

    /** How many candidates an index looks at, at least: more take longer and miss fewer. Without an index it means nothing. */
    public Search candidates(int atLeast) {
        if (atLeast < 1) {
            throw new IllegalArgumentException("an index looks at one candidate at least, not " + atLeast);
        }
        return with(search -> search.candidates = atLeast);
    }

    /** Finds exactly the nearest, by looking at all vectors even where there is an index. */
    public Search exact() {
        return with(search -> search.exact = true);
    }

    /**
     * Searches by the words of the text too: what has them may be found though its vector is not near. The collection is opened with {@link StoreOptions#words}.
     *
     * @throws IllegalStateException if the search is by a vector and has no text: then {@link #hybrid(String)}
     */
    public Search hybrid() {
        if (wishes.text == null) {
            throw new IllegalStateException("the search is by a vector: say the words, hybrid(\"…\")");
        }
        return hybrid(wishes.text);
    }

    /** The same by other words: all of them, {@code "a phrase"}, {@code this or that}, {@code -without}. */
    public Search hybrid(String query) {
        UnicodeText.check(query, "the words of a search");
        return with(search -> search.words = query);
    }

    /** How both lists become one; {@link Fusion#reciprocalRank} if nothing is said. */
    public Search fusion(Fusion how) {
        return with(search -> search.fusion = how);
    }

    /** Documents come with their vectors; they are left out otherwise, as they are large. */
    public Search withEmbeddings() {
        return with(search -> search.embeddings = true);
    }

    /** The same as {@link #diverse(double, int)}, among four times as many as are asked for, and at least 20. */
    public Search diverse(double relevance) {
        return diverse(new Diversity(relevance, 0));
    }

    /**
     * Documents that are near and yet differ from each other, by maximal marginal relevance: each is the one with the largest
     * {@code relevance · similarity to the query − (1 − relevance) · largest similarity to those before it}. They come in that order.
     *
     * @param relevance from 0, as unlike each other as can be, to 1, simply the nearest
     * @param among     how many of the nearest they are chosen from; not less than are asked for
     */
    public Search diverse(double relevance, int among) {
        if (among < 1 || among > MOST) {
            throw new IllegalArgumentException("documents are chosen from 1 to " + MOST + ", not from " + among);
        }
        return diverse(new Diversity(relevance, among));
    }

    private Search diverse(Diversity chosen) {
        if (!(chosen.relevance >= 0 && chosen.relevance <= 1)) {
            throw new IllegalArgumentException("the relevance is from 0 to 1, not " + chosen.relevance);
        }
        return with(search -> search.diversity = chosen);
    }

    Optional<String> text() {
        return Optional.ofNullable(wishes.text);
    }

    Optional<float[]> vector() {
        return Optional.ofNullable(wishes.vector);
    }

    int topK() {
        return wishes.topK;
    }

    int skipped() {
        return wishes.skipped;
    }

    /** How many of the nearest are to be found, of which the results are chosen. */
    int wanted() {
        int results = wishes.skipped + wishes.topK;
        if (wishes.diversity == null) {
            return results;
        }
        int among = wishes.diversity.among > 0 ? wishes.diversity.among : Math.max(CHOICE, CHOICE_OF_EACH * results);
        return Math.min(MOST, among);
    }

    Optional<Filter> filter() {
        return Optional.ofNullable(wishes.filter);
    }

    OptionalDouble minSimilarity() {
        return wishes.minSimilarity == null ? OptionalDouble.empty() : OptionalDouble.of(wishes.minSimilarity);
    }

    int candidates() {
        return wishes.candidates;
    }

    boolean isExact() {
        return wishes.exact;
    }

    Optional<String> words() {
        return Optional.ofNullable(wishes.words);
    }

    Fusion fusion() {
        return wishes.fusion;
    }

    /** How long each of the lists is that a search by words makes one of. */
    int listed() {
        return Math.min(MOST, Math.max(LISTED, CHOICE_OF_EACH * (wishes.skipped + wishes.topK)));
    }

    /** The list of those that are near, for a search by words too. */
    Search meaningAlone() {
        return with(search -> {
            search.words = null;
            search.minSimilarity = null;
            search.skipped = 0;
            search.topK = listed();
        });
    }

    /** Whether vectors are read: for the caller, or to compare documents with each other. */
    boolean readsEmbeddings() {
        return wishes.embeddings || wishes.diversity != null;
    }

    boolean givesEmbeddings() {
        return wishes.embeddings;
    }

    Optional<Diversity> diversity() {
        return Optional.ofNullable(wishes.diversity);
    }
}
