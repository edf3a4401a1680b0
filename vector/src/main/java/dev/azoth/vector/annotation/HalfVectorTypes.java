package dev.azoth.vector.annotation;

import dev.azoth.orm.annotation.TypeProvider;
import dev.azoth.type.SqlType;
import dev.azoth.vector.Vectors;

/** The types of members with {@link HalfVector}. */
public final class HalfVectorTypes implements TypeProvider<HalfVector> {
    /** For the mapping. */
    public HalfVectorTypes() {}

    @Override
    public SqlType<?> type(HalfVector annotation, Class<?> memberType) {
        if (memberType != float[].class) {
            throw new IllegalArgumentException("@HalfVector is for float[], not " + memberType.getTypeName());
        }
        return Vectors.halfVector(annotation.value());
    }
}
