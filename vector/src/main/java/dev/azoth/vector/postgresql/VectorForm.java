package dev.azoth.vector.postgresql;

import java.nio.ByteBuffer;

/** {@code vector}. */
final class VectorForm implements PgForm<float[]> {
    static final VectorForm FORM = new VectorForm();

    private VectorForm() {}

    @Override
    public String type() {
        return "vector";
    }

    @Override
    public int length(float[] value) {
        return VectorFormat.length(value);
    }

    @Override
    public void write(float[] value, ByteBuffer out) {
        VectorFormat.write(value, out);
    }

    @Override
    public float[] read(ByteBuffer in) {
        return VectorFormat.read(in);
    }

    @Override
    public boolean isText(byte[] value) {
        return VectorText.isText(value);
    }

    @Override
    public float[] parse(byte[] text) {
        return VectorText.read(text);
    }

    @Override
    public String text(float[] value) {
        return VectorText.write(value);
    }
}
