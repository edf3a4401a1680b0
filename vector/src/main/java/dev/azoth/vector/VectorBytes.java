package dev.azoth.vector;

import dev.azoth.type.BinaryType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The other kinds of vectors as bytes, where a database has no types for them; big endian. */
final class VectorBytes {
    /** Above this number of bytes, a row with the column could become longer than some databases allow. */
    private static final int LONGEST_INLINE = 16_000;

    private VectorBytes() {}

    static TypeCodec<float[]> half(HalfVectorType type, TypeCodecs codecs) {
        return bytes(type.dimensions() * (long) Short.BYTES, codecs)
                .converted(VectorBytes::readHalf, VectorBytes::writeHalf);
    }

    private static byte[] writeHalf(float[] vector) {
        ByteBuffer out = ByteBuffer.allocate(vector.length * Short.BYTES);
        for (float each : vector) {
            out.putShort(HalfFloat.of(each));
        }
        return out.array();
    }

    private static float[] readHalf(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        float[] vector = new float[bytes.length / Short.BYTES];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = HalfFloat.toFloat(in.getShort());
        }
        return vector;
    }

    static TypeCodec<SparseVector> sparse(TypeCodecs codecs) {
        return bytes(LONGEST_INLINE + 1L, codecs).converted(VectorBytes::readSparse, VectorBytes::writeSparse);
    }

    private static byte[] writeSparse(SparseVector vector) {
        int[] indices = vector.indices();
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * (1 + 2 * indices.length));
        out.putInt(vector.dimensions());
        Arrays.stream(indices).forEach(out::putInt);
        for (float each : vector.values()) {
            out.putFloat(each);
        }
        return out.array();
    }

    private static SparseVector readSparse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int dimensions = in.getInt();
        int[] indices = new int[in.remaining() / (Integer.BYTES + Float.BYTES)];
        float[] values = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = in.getInt();
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getFloat();
        }
        return SparseVector.of(dimensions, indices, values);
    }

    static TypeCodec<BitVector> bits(BitVectorType type, TypeCodecs codecs) {
        return bytes((type.length() + 7L) / 8, codecs)
                .converted(bytes -> BitVector.of(type.length(), bytes), BitVector::toBytes);
    }

    private static TypeCodec<byte[]> bytes(long length, TypeCodecs codecs) {
        return codecs.codec(new BinaryType(length > LONGEST_INLINE ? 0 : (int) length));
    }
}
