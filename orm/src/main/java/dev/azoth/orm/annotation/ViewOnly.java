package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A relationship that is read and never written: nothing that is done to it changes a row, and changing it is an error. Loaded collections of it refuse changes at
 * once, all else is refused by the next flush.
 *
 * <p>It has what the database had when it was loaded, until {@code session.refresh(…)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ViewOnly {}
