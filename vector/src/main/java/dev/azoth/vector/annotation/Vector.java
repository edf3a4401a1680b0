package dev.azoth.vector.annotation;

import dev.azoth.orm.annotation.MappedType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a {@code float[]} as a vector of so many dimensions, {@link dev.azoth.vector.Vectors#vector}; a {@link dev.azoth.vector.SparseVector} or a
 * {@link dev.azoth.vector.BitVector} as what it is. {@link HalfVector} stores a {@code float[]} in half the room.
 *
 * <pre>{@code
 * @Vector(384) float[] embedding;
 * …
 * select(doc).orderBy(cosineDistance(doc.embedding, query)).limit(5)
 * }</pre>
 *
 * <p>An element that changes in place is noticed by the next flush. Vectors of other dimensions, and elements that are no finite numbers, are refused by it, naming object and
 * member. {@code Lazy<float[]>} leaves the vector out until it is asked for, as few who read an object look at its vector; it is changed by another {@code Lazy}.
 */
@Documented
@MappedType(VectorTypes.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Vector {
    /** How many numbers each vector has. */
    int value();
}
