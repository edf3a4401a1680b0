package dev.azoth.orm.annotation;

import dev.azoth.schema.Column;
import dev.azoth.schema.CustomIndex;
import java.lang.annotation.Annotation;

/**
 * Makes an index from an annotation; see {@link MappedIndex}.
 *
 * <p>Asked while the class is mapped.
 *
 * @param <A> the annotation
 */
public interface IndexProvider<A extends Annotation> {
    /**
     * The index.
     *
     * @param annotation the annotation on the member
     * @param column     the member's column, whose table is not to be asked for anything yet
     * @throws IllegalArgumentException if the annotation's values or the column's type do not do; its message becomes that of a
     *     {@link dev.azoth.MappingException}
     */
    CustomIndex index(A annotation, Column<?> column);
}
