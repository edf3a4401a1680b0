package dev.azoth.vector.document;

import java.util.OptionalInt;

/**
 * How what is near by its vector and what is found by its words become one list; immutable.
 *
 * @param kind      by places or by similarities
 * @param meaning   the weight of the vectors, 0 or more
 * @param words     the weight of the words, 0 or more
 * @param constant  what is added to places, so that the first ones do not outweigh all others
 */
public record Fusion(Kind kind, double meaning, double words, int constant) {
    /** What is added up. */
    public enum Kind {
        /** A weight divided by a constant plus the place in each list: reciprocal rank fusion, by Cormack, Clarke and Büttcher (2009). It needs no scale. */
        RECIPROCAL_RANK,
        /** A weight times the similarity, and a weight times how well the words fit, where the best fit of the search is 1. */
        WEIGHTED_SUM
    }

    /** Checks the numbers. */
    public Fusion {
        if (!(meaning >= 0 && words >= 0 && meaning + words > 0 && Double.isFinite(meaning + words))) {
            throw new IllegalArgumentException(
                    "the weights of a fusion are 0 or more, and not both 0: " + meaning + " and " + words);
        }
        if (constant < 1) {
            throw new IllegalArgumentException("the constant of a fusion is 1 at least, not " + constant);
        }
    }

    /** By the places in both lists, with the usual constant 60; both count the same. */
    public static Fusion reciprocalRank() {
        return new Fusion(Kind.RECIPROCAL_RANK, 1, 1, 60);
    }

    /** By the similarity and by how well the words fit. */
    public static Fusion weightedSum(double meaning, double words) {
        return new Fusion(Kind.WEIGHTED_SUM, meaning, words, 60);
    }

    /** The same with other weights. */
    public Fusion weights(double ofMeaning, double ofWords) {
        return new Fusion(kind, ofMeaning, ofWords, constant);
    }

    /**
     * The score of a document; larger is better.
     *
     * @param near       its place among the nearest, from 1
     * @param found      its place among those found by words, from 1
     * @param similarity to the query
     * @param fit        how well its words fit, from 0 to 1
     */
    double score(OptionalInt near, OptionalInt found, double similarity, double fit) {
        return switch (kind) {
            case RECIPROCAL_RANK -> share(meaning, near) + share(words, found);
            case WEIGHTED_SUM -> meaning * similarity + words * fit;
        };
    }

    private double share(double weight, OptionalInt place) {
        return place.isPresent() ? weight / (constant + place.getAsInt()) : 0;
    }
}
