package dev.azoth.vector;

import dev.azoth.type.CustomType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.ValueCheck;
import java.util.Arrays;
import java.util.Optional;

/**
 * A vector of floating-point numbers of 32 bits.
 *
 * <p>A {@code float[]} can change: it is copied for the change check and compared by content. Which type a database has for it is its
 * {@link VectorStorage}'s business.
 *
 * @param dimensions how many numbers each vector has
 */
public record VectorType(int dimensions) implements CustomType<float[]> {
    /** Checks the number. */
    public VectorType {
        checkDimensions(dimensions);
    }

    @Override
    public Class<float[]> javaType() {
        return float[].class;
    }

    @Override
    public String name() {
        return "VECTOR(" + dimensions + ")";
    }

    @Override
    public boolean same(float[] left, float[] right) {
        return Arrays.equals(left, right);
    }

    @Override
    public float[] copy(float[] value) {
        return value.clone();
    }

    @Override
    public Optional<ValueCheck<float[]>> check() {
        return Optional.of(this::check);
    }

    @Override
    public TypeCodec<float[]> codec(ServerInfo server, TypeCodecs codecs) {
        return CheckedCodec.of(this, VectorStorage.of(server).codec(this, server, codecs));
    }

    /**
     * Refuses what no database would store, before it is sent.
     *
     * @param place where the vector is going, for the message: {@code docs.embedding}
     * @throws IllegalArgumentException if the vector has another number of dimensions, a NaN or an infinity
     */
    public void check(float[] vector, String place) {
        check(vector, dimensions, place);
    }

    static void check(float[] vector, int dimensions, String place) {
        checkSame(vector.length, dimensions, place);
        checkFinite(vector, place);
    }

    static void checkDimensions(int dimensions) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("a vector has at least one dimension, not " + dimensions);
        }
    }

    static void checkSame(int given, int dimensions, String place) {
        if (given != dimensions) {
            throw new IllegalArgumentException(
                    place + " takes vectors of " + dimensions + " dimensions, and this one has " + given);
        }
    }

    static void checkFinite(float[] elements, String place) {
        for (int i = 0; i < elements.length; i++) {
            if (!Float.isFinite(elements[i])) {
                throw new IllegalArgumentException(place + " takes finite numbers, and element " + i
                        + " of this vector of " + elements.length + " is " + elements[i]);
            }
        }
    }
}
