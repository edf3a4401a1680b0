package dev.azoth.vector.annotation;

import dev.azoth.orm.annotation.MappedType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stores a {@code float[]} as {@link Vector} does, in half the room: each element is rounded to 16 bits; see {@link dev.azoth.vector.HalfVectorType}. */
@Documented
@MappedType(HalfVectorTypes.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface HalfVector {
    /** How many numbers each vector has. */
    int value();
}
