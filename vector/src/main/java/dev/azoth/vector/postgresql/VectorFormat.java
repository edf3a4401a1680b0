package dev.azoth.vector.postgresql;

import java.nio.ByteBuffer;

/** The binary form of pgvector's {@code vector}: the dimensions and a zero, 16 bits each, then the elements, all big endian. */
final class VectorFormat {
    private static final int HEADER = 2 * Short.BYTES;

    private VectorFormat() {}

    static int length(float[] vector) {
        return HEADER + vector.length * Float.BYTES;
    }

    static void write(float[] vector, ByteBuffer out) {
        out.putShort((short) vector.length).putShort((short) 0);
        out.asFloatBuffer().put(vector);
        out.position(out.position() + vector.length * Float.BYTES);
    }

    static float[] read(ByteBuffer in) {
        int dimensions = Short.toUnsignedInt(in.getShort());
        in.getShort();
        if (in.remaining() != dimensions * Float.BYTES) {
            throw new IllegalArgumentException(
                    "a vector of " + dimensions + " dimensions in " + in.remaining() + " bytes: not pgvector's format");
        }
        float[] vector = new float[dimensions];
        in.asFloatBuffer().get(vector);
        return vector;
    }
}
