package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** When the row was last inserted or updated, by {@code SessionOptions.clock}: an {@code Instant}, {@code OffsetDateTime}, {@code LocalDateTime} or {@code LocalDate}. */
@Documented
@GeneratedBy(value = Times.class, changes = true)
@SuppressWarnings("exports") // what makes the values is for the session alone
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface UpdatedAt {}
