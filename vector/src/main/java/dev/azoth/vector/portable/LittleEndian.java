package dev.azoth.vector.portable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Vectors as the bytes of their elements. */
public final class LittleEndian {
    private LittleEndian() {}

    /** The bytes of a vector, four for each element. */
    public static byte[] bytes(float[] vector) {
        byte[] bytes = new byte[Math.multiplyExact(vector.length, Float.BYTES)];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(vector);
        return bytes;
    }

    /**
     * The vector of bytes.
     *
     * @throws IllegalArgumentException if their number is no multiple of four
     */
    public static float[] vector(byte[] bytes) {
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are no vector: each element takes " + Float.BYTES);
        }
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    /**
     * The elements of vectors that are one behind the other.
     *
     * @throws IllegalArgumentException if the bytes are not those of whole vectors
     */
    public static FloatBuffer elements(byte[] bytes, int dimensions) {
        if (bytes.length % (dimensions * (long) Float.BYTES) != 0) {
            throw new IllegalArgumentException(
                    "vectors of " + dimensions + " dimensions were expected in " + bytes.length + " bytes");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}
