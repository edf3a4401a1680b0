package dev.azoth.vector;

import dev.azoth.type.CustomType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.ValueCheck;
import java.util.Optional;

/**
 * A {@link SparseVector}.
 *
 * @param dimensions how many elements each vector has, zeros included
 */
public record SparseVectorType(int dimensions) implements CustomType<SparseVector> {
    private static final int MOST_NON_ZEROS = 16_000;

    /** Checks the number. */
    public SparseVectorType {
        VectorType.checkDimensions(dimensions);
    }

    @Override
    public Class<SparseVector> javaType() {
        return SparseVector.class;
    }

    @Override
    public String name() {
        return "SPARSEVEC(" + dimensions + ")";
    }

    @Override
    public Optional<ValueCheck<SparseVector>> check() {
        return Optional.of(this::check);
    }

    private void check(SparseVector vector, String place) {
        VectorType.checkSame(vector.dimensions(), dimensions, place);
        if (vector.nonZeros() > MOST_NON_ZEROS) {
            throw new IllegalArgumentException(place + " takes vectors with up to " + MOST_NON_ZEROS
                    + " elements that are not zero, and this one has " + vector.nonZeros());
        }
        VectorType.checkFinite(vector.values(), place);
    }

    @Override
    public TypeCodec<SparseVector> codec(ServerInfo server, TypeCodecs codecs) {
        return CheckedCodec.of(this, VectorStorage.of(server).codec(this, server, codecs));
    }
}
