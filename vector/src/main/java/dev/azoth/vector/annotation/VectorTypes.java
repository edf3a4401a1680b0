package dev.azoth.vector.annotation;

import dev.azoth.orm.annotation.TypeProvider;
import dev.azoth.type.SqlType;
import dev.azoth.vector.Vectors;

/** The types of members with {@link Vector}. */
public final class VectorTypes implements TypeProvider<Vector> {
    /** For the mapping. */
    public VectorTypes() {}

    @Override
    public SqlType<?> type(Vector annotation, Class<?> memberType) {
        if (memberType != float[].class) {
            throw new IllegalArgumentException("@Vector is for float[], not " + memberType.getTypeName());
        }
        return Vectors.vector(annotation.value());
    }
}
