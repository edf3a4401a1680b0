package dev.azoth.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method of an {@link EveryDatabase} or {@link OnDatabase} class that runs on each database once, before its tests: to create tables and fill them.
 *
 * <p>JUnit's own {@code @BeforeAll} runs before there is a database, once for all of them. Methods of a superclass run first. Nothing has to be
 * undone afterwards: the database vanishes.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PrepareDatabase {}
