package dev.azoth.orm.annotation;

import dev.azoth.type.SqlType;
import java.lang.annotation.Annotation;

/**
 * Makes a column's type from an annotation; see {@link MappedType}.
 *
 * <p>Asked while the class is mapped. Equal annotations must give equal types.
 *
 * @param <A> the annotation
 */
public interface TypeProvider<A extends Annotation> {
    /**
     * The type.
     *
     * @param annotation the annotation on the member
     * @param memberType the class of the member, boxed; for a {@code Lazy<T>} that of {@code T}
     * @throws IllegalArgumentException if the annotation's values or the member's class do not do; its message becomes a problem of the
     *     mapping
     */
    SqlType<?> type(A annotation, Class<?> memberType);
}
