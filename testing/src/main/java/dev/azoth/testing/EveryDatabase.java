package dev.azoth.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class once for each {@link TestDatabase}, on a fresh {@link Database} each time.
 *
 * <pre>{@code
 * @EveryDatabase
 * class GreetingTest {
 *     @PrepareDatabase
 *     static void createTables(Database database) { … }
 *
 *     @Test
 *     void greets(Database database) { … }
 * }
 * }</pre>
 *
 * <p>A database that cannot be had fails the class, and says what to do. To run on fewer on purpose, name those wanted in the system
 * property or JUnit configuration parameter {@code azoth.databases}: {@code -Dazoth.databases=sqlite,h2}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@SuppressWarnings("exports") // the extension is for JUnit alone
@ExtendWith(DatabaseInvocations.class)
public @interface EveryDatabase {}
