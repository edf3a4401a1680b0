package dev.azoth.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many statements a test, or each test of a class, may send over its {@link Database#engine()} at the most: one that sends more fails, with their SQL. What prepares the database
 * before the test is not counted.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StatementLimit {
    /**
     * How many; that of a method counts before that of its class.
     *
     * @return the most that may be sent
     */
    int value();
}
