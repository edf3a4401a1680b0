package dev.azoth.vector;

import java.util.Locale;

/** What a database may compute of vectors, beside the distances of {@link Metric}. */
public enum VectorFunction {
    /** In how many places two vectors of bits differ. */
    HAMMING_DISTANCE,
    /** One minus the share of the bits that both have in those that either has. */
    JACCARD_DISTANCE,
    /** Two vectors, added element by element. */
    SUM_OF_VECTORS,
    /** Two vectors, subtracted element by element. */
    DIFFERENCE_OF_VECTORS,
    /** Two vectors, multiplied element by element. */
    PRODUCT_OF_VECTORS,
    /** One vector behind the other. */
    CONCATENATION_OF_VECTORS,
    /** The sum of the vectors of many rows. */
    SUM,
    /** The mean of the vectors of many rows. */
    AVG,
    /** A bit for each element, 1 where it is above zero. */
    BINARY_QUANTIZE,
    /** Some elements that follow each other. */
    SUBVECTOR,
    /** The vector of the same direction and of length 1. */
    L2_NORMALIZE,
    /** The length. */
    VECTOR_NORM,
    /** The number of elements. */
    VECTOR_DIMS;

    /** The name for messages: {@code hamming distance}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + (this == SUM || this == AVG ? " of vectors" : "");
    }
}
