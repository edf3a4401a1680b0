package dev.azoth.vector.portable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
        read(bytes, vector);
        return vector;
    }

    /**
     * Reads bytes into a vector that is there.
     *
     * @throws IllegalArgumentException if the bytes are of another number of dimensions
     */
    public static void read(byte[] bytes, float[] into) {
        if (bytes.length != into.length * Float.BYTES) {
            throw new IllegalArgumentException(
                    "a vector of " + into.length + " dimensions was expected in " + bytes.length + " bytes");
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(into);
    }
}
