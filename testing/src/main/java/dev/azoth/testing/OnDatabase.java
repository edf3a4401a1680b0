package dev.azoth.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs a test class on the databases named, and otherwise as {@link EveryDatabase}: for what only they have. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@SuppressWarnings("exports") // the extension is for JUnit alone
@ExtendWith(DatabaseInvocations.class)
public @interface OnDatabase {
    /**
     * The databases to run on.
     *
     * @return names of dialects, such as {@code postgresql}
     */
    String[] value();
}
