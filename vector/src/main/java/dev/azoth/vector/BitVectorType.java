package dev.azoth.vector;

import dev.azoth.type.CustomType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.ValueCheck;
import java.util.Optional;

/**
 * A {@link BitVector}.
 *
 * @param length how many bits each has
 */
public record BitVectorType(int length) implements CustomType<BitVector> {
    /** Checks the number. */
    public BitVectorType {
        if (length < 1) {
            throw new IllegalArgumentException("a vector has at least one bit, not " + length);
        }
    }

    @Override
    public Class<BitVector> javaType() {
        return BitVector.class;
    }

    @Override
    public String name() {
        return "BIT(" + length + ")";
    }

    @Override
    public Optional<ValueCheck<BitVector>> check() {
        return Optional.of(this::check);
    }

    private void check(BitVector vector, String place) {
        if (vector.length() != length) {
            throw new IllegalArgumentException(
                    place + " takes vectors of " + length + " bits, and this one has " + vector.length());
        }
    }

    @Override
    public TypeCodec<BitVector> codec(ServerInfo server, TypeCodecs codecs) {
        return CheckedCodec.of(this, VectorStorage.of(server).codec(this, server, codecs));
    }
}
