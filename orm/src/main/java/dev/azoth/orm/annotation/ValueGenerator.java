package dev.azoth.orm.annotation;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Makes values for a column; see {@link GeneratedBy}. There is one for each member that is mapped, and many threads use it.
 *
 * @param <A> the annotation on the member, which is {@link GeneratedBy} itself or one that has it
 */
public interface ValueGenerator<A extends Annotation> {
    /**
     * Checks the annotation when the class is mapped.
     *
     * @param memberType the class of the member, boxed
     * @throws IllegalArgumentException if the annotation's values or the member's class do not do; its message becomes a problem of the mapping
     */
    default void check(A annotation, Class<?> memberType) {}

    /** A value of the member's class; null for none, though not for a key or a version. */
    @Nullable
    Object next(A annotation, ValueRequest request);
}
