package dev.azoth.vector.annotation;

import dev.azoth.orm.annotation.IndexProvider;
import dev.azoth.schema.Column;
import dev.azoth.schema.CustomIndex;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.VectorIndex;

/** The indexes of members with {@link VectorIndexed}. */
public final class IndexedVectors implements IndexProvider<VectorIndexed> {
    /** For the mapping. */
    public IndexedVectors() {}

    @Override
    public CustomIndex index(VectorIndexed annotation, Column<?> column) {
        if (column.type().javaType() != float[].class) {
            throw new IllegalArgumentException("@VectorIndexed is for float[] with @Vector or @HalfVector, not "
                    + column.type().javaType().getTypeName());
        }
        @SuppressWarnings("unchecked") // just looked at
        Column<float[]> vectors = (Column<float[]>) column;
        return IndexedVector.of(vectors, annotation.value())
                .by(
                        annotation.lists() > 0
                                ? VectorIndex.ivfFlat(annotation.lists())
                                : VectorIndex.hnsw(annotation.m(), annotation.efConstruction()));
    }
}
