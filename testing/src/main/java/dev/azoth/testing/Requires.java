package dev.azoth.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test is about, of what not every database can do.
 *
 * <p>On a database that declares to {@linkplain TestDatabase#lacking lack} it, the test runs all the same: it must end with a
 * {@link dev.azoth.CompileException} or {@link dev.azoth.NotSupportedException} that names the construct and the dialect. So nothing is skipped, and
 * what is declared is true. Of several, one is enough.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    /**
     * What is required.
     *
     * @return all of which the test needs
     */
    Capability[] value();
}
