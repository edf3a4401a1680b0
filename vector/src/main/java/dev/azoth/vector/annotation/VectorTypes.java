package dev.azoth.vector.annotation;

import dev.azoth.orm.annotation.TypeProvider;
import dev.azoth.type.SqlType;
import dev.azoth.vector.BitVector;
import dev.azoth.vector.SparseVector;
import dev.azoth.vector.Vectors;

/** The types of members with {@link Vector}. */
public final class VectorTypes implements TypeProvider<Vector> {
    /** For the mapping. */
    public VectorTypes() {}

    @Override
    public SqlType<?> type(Vector annotation, Class<?> memberType) {
        if (memberType == float[].class) {
            return Vectors.vector(annotation.value());
        } else if (memberType == SparseVector.class) {
            return Vectors.sparseVector(annotation.value());
        } else if (memberType == BitVector.class) {
            return Vectors.bitVector(annotation.value());
        }
        throw new IllegalArgumentException(
                "@Vector is for float[], SparseVector and BitVector, not " + memberType.getTypeName());
    }
}
