package dev.azoth.vector;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A vector most of whose elements are zero: those that are not, by their index from 0. Immutable. */
public final class SparseVector {
    private final int dimensions;
    private final int[] indices;
    private final float[] values;

    private SparseVector(int dimensions, int[] indices, float[] values) {
        this.dimensions = dimensions;
        this.indices = indices;
        this.values = values;
    }

    /**
     * A vector of so many dimensions.
     *
     * @param indices where the values are, from 0, ascending
     * @param values  the elements there; zeros are left out
     * @throws IllegalArgumentException if there are more indices than values or the other way round, or an index is not above the one before and below {@code dimensions}
     */
    public static SparseVector of(int dimensions, int[] indices, float[] values) {
        if (indices.length != values.length) {
            throw new IllegalArgumentException(indices.length + " indices for " + values.length + " values");
        }
        int[] where = new int[indices.length];
        float[] what = new float[indices.length];
        int size = 0;
        int last = -1;
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] <= last || indices[i] >= dimensions) {
                throw new IllegalArgumentException("index " + indices[i] + " after " + last + " in a vector of "
                        + dimensions + " dimensions: indices ascend, from 0");
            }
            last = indices[i];
            if (values[i] != 0) {
                where[size] = last;
                what[size++] = values[i];
            }
        }
        return new SparseVector(dimensions, Arrays.copyOf(where, size), Arrays.copyOf(what, size));
    }

    /** A vector of so many dimensions with these elements, by their index from 0. */
    public static SparseVector of(int dimensions, Map<Integer, Float> elements) {
        int[] indices = new int[elements.size()];
        float[] values = new float[indices.length];
        int i = 0;
        for (Map.Entry<Integer, Float> each : new TreeMap<>(elements).entrySet()) {
            indices[i] = each.getKey();
            values[i++] = each.getValue();
        }
        return of(dimensions, indices, values);
    }

    /** The same vector as one with all its elements. */
    public static SparseVector of(float[] elements) {
        int[] indices = new int[elements.length];
        Arrays.setAll(indices, i -> i);
        return of(elements.length, indices, elements);
    }

    /** How many elements it has, zeros included. */
    public int dimensions() {
        return dimensions;
    }

    /** How many elements are not zero. */
    public int nonZeros() {
        return indices.length;
    }

    /** Where these are, from 0, ascending; a copy. */
    public int[] indices() {
        return indices.clone();
    }

    /** What these are; a copy. */
    public float[] values() {
        return values.clone();
    }

    /** All elements. */
    public float[] toArray() {
        float[] all = new float[dimensions];
        for (int i = 0; i < indices.length; i++) {
            all[indices[i]] = values[i];
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector same
                && dimensions == same.dimensions
                && Arrays.equals(indices, same.indices)
                && Arrays.equals(values, same.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * dimensions + Arrays.hashCode(indices)) + Arrays.hashCode(values);
    }

    /** As pgvector writes it, with indices from 1: <code>{1:1.5,3:-2.0}/5</code>. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(indices.length * 12 + 16).append('{');
        for (int i = 0; i < indices.length; i++) {
            out.append(i == 0 ? "" : ",").append(indices[i] + 1).append(':').append(values[i]);
        }
        return out.append("}/").append(dimensions).toString();
    }
}
