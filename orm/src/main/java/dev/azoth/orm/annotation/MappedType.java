package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation of one's own give a column its type.
 *
 * <pre>{@code
 * @MappedType(VectorTypeProvider.class)
 * @Retention(RUNTIME) @Target(FIELD)
 * public @interface Vector { int value(); }
 *
 * @Vector(384) float[] embedding;
 * }</pre>
 *
 * <p>The annotation must be kept at run time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface MappedType {
    /** What makes the type from the annotation's values; it has a public constructor without parameters. */
    Class<? extends TypeProvider<?>> value();
}
