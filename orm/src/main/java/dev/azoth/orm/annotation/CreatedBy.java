package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who inserted the row, by {@code SessionOptions.user}, which gives values of the member's class. Null for nobody. */
@Documented
@GeneratedBy(Users.class)
@SuppressWarnings("exports") // what makes the values is for the session alone
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface CreatedBy {}
