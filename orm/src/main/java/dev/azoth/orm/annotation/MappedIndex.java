package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation of one's own have a column indexed in a way of its own, as {@link MappedType} makes one give it a type.
 *
 * <p>The annotation must be kept at run time. Where a database has no such index, the table is created without it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface MappedIndex {
    /** What makes the index from the annotation's values; it has a public constructor without parameters. */
    Class<? extends IndexProvider<?>> value();
}
