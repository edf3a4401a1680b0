package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Has the session make UUIDs of a version, for a {@code UUID} or a {@code String}; {@code @GeneratedValue} makes those of version 7. */
@Documented
@GeneratedBy(Uuids.class)
@SuppressWarnings("exports") // what makes the values is for the session alone
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Uuid {
    /** 7, ordered by time so that new rows come to stand beside each other in an index; or 4, by chance alone, which tells nothing of the time. */
    int version() default 7;
}
