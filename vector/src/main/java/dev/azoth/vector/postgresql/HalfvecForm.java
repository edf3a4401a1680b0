package dev.azoth.vector.postgresql;

import dev.azoth.vector.HalfFloat;
import java.nio.ByteBuffer;

/** {@code halfvec}: as {@code vector}, with elements of 16 bits. */
final class HalfvecForm implements PgForm<float[]> {
    static final HalfvecForm FORM = new HalfvecForm();

    private static final int HEADER = 2 * Short.BYTES;

    private HalfvecForm() {}

    @Override
    public String type() {
        return "halfvec";
    }

    @Override
    public int length(float[] value) {
        return HEADER + value.length * Short.BYTES;
    }

    @Override
    public void write(float[] value, ByteBuffer out) {
        out.putShort((short) value.length).putShort((short) 0);
        for (float each : value) {
            out.putShort(HalfFloat.of(each));
        }
    }

    @Override
    public float[] read(ByteBuffer in) {
        int dimensions = Short.toUnsignedInt(in.getShort());
        in.getShort();
        if (in.remaining() != dimensions * Short.BYTES) {
            throw new IllegalArgumentException("a halfvec of " + dimensions + " dimensions in " + in.remaining()
                    + " bytes: not pgvector's format");
        }
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = HalfFloat.toFloat(in.getShort());
        }
        return vector;
    }

    @Override
    public boolean isText(byte[] value) {
        return VectorText.isText(value);
    }

    @Override
    public float[] parse(byte[] text) {
        return VectorText.read(text);
    }

    /** The elements as they will be stored: what the server would make of more digits is the same. */
    @Override
    public String text(float[] value) {
        float[] rounded = new float[value.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = HalfFloat.rounded(value[i]);
        }
        return VectorText.write(rounded);
    }
}
