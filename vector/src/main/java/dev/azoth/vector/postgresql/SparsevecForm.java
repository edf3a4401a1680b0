package dev.azoth.vector.postgresql;

import dev.azoth.vector.SparseVector;
import java.nio.ByteBuffer;

/** {@code sparsevec}: dimensions, number of elements, a zero, the indices from 0, the elements; 32 bits each. In text, indices are from 1. */
final class SparsevecForm implements PgForm<SparseVector> {
    static final SparsevecForm FORM = new SparsevecForm();

    private static final int HEADER = 3 * Integer.BYTES;
    private static final int ELEMENT = Integer.BYTES + Float.BYTES;

    private SparsevecForm() {}

    @Override
    public String type() {
        return "sparsevec";
    }

    @Override
    public int length(SparseVector value) {
        return HEADER + value.nonZeros() * ELEMENT;
    }

    @Override
    public void write(SparseVector value, ByteBuffer out) {
        out.putInt(value.dimensions()).putInt(value.nonZeros()).putInt(0);
        for (int each : value.indices()) {
            out.putInt(each);
        }
        for (float each : value.values()) {
            out.putFloat(each);
        }
    }

    @Override
    public SparseVector read(ByteBuffer in) {
        int dimensions = in.getInt();
        int size = in.getInt();
        in.getInt();
        if (in.remaining() != (long) size * ELEMENT) {
            throw new IllegalArgumentException(
                    "a sparsevec of " + size + " elements in " + in.remaining() + " bytes: not pgvector's format");
        }
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            indices[i] = in.getInt();
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = in.getFloat();
        }
        return SparseVector.of(dimensions, indices, values);
    }

    @Override
    public boolean isText(byte[] value) {
        return value.length > 0 && value[0] == '{';
    }

    @Override
    public SparseVector parse(byte[] text) {
        return VectorText.readSparse(text);
    }

    @Override
    public String text(SparseVector value) {
        return value.toString();
    }
}
