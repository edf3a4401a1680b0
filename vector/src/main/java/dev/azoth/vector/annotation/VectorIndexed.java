package dev.azoth.vector.annotation;

import dev.azoth.orm.annotation.MappedIndex;
import dev.azoth.vector.Metric;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the vectors of a member indexed for one metric, on databases that have such indexes, in the form that the number of their dimensions asks for; see
 * {@link dev.azoth.vector.IndexedVector}.
 *
 * <pre>{@code
 * @Vector(384) @VectorIndexed(Metric.COSINE) float[] embedding;
 * }</pre>
 *
 * <p>Of more than 2000 dimensions, {@code IndexForm.of(doc.embedding).distance(metric, doc.embedding, query)} is what the index serves.
 */
@Documented
@MappedIndex(IndexedVectors.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface VectorIndexed {
    /** How near is meant. */
    Metric value();

    /** How many neighbours each vector knows, in an HNSW index. */
    int m() default 16;

    /** How many candidates are looked at for a vector's neighbours, in an HNSW index. */
    int efConstruction() default 64;

    /** How many lists an IVFFlat index has; 0 for an HNSW index. */
    int lists() default 0;
}
