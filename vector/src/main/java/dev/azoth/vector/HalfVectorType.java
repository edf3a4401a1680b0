package dev.azoth.vector;

import dev.azoth.type.CustomType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.ValueCheck;
import java.util.Optional;

/**
 * A vector of floating-point numbers of 16 bits: half the room of {@link VectorType}, three decimal digits, and numbers up to 65504.
 *
 * <p>The program has {@code float[]}, whose elements are rounded to the nearest number of 16 bits when they are stored. For the change check two elements that round to the
 * same are the same.
 *
 * @param dimensions how many numbers each vector has
 */
public record HalfVectorType(int dimensions) implements CustomType<float[]> {
    /** Checks the number. */
    public HalfVectorType {
        VectorType.checkDimensions(dimensions);
    }

    @Override
    public Class<float[]> javaType() {
        return float[].class;
    }

    @Override
    public String name() {
        return "HALFVEC(" + dimensions + ")";
    }

    @Override
    public boolean same(float[] left, float[] right) {
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            if (HalfFloat.of(left[i]) != HalfFloat.of(right[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public float[] copy(float[] value) {
        return value.clone();
    }

    @Override
    public Optional<ValueCheck<float[]>> check() {
        return Optional.of(this::check);
    }

    private void check(float[] vector, String place) {
        VectorType.check(vector, dimensions, place);
        for (int i = 0; i < vector.length; i++) {
            if (Float.isInfinite(HalfFloat.rounded(vector[i]))) {
                throw new IllegalArgumentException(place + " takes numbers of 16 bits, up to 65504, and element " + i
                        + " of this vector of " + dimensions + " is " + vector[i]);
            }
        }
    }

    @Override
    public TypeCodec<float[]> codec(ServerInfo server, TypeCodecs codecs) {
        return CheckedCodec.of(this, VectorStorage.of(server).codec(this, server, codecs));
    }
}
