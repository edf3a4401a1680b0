package dev.azoth.dialect.sqlite;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles a regular expression once for all rows of a statement. For one thread. */
final class LastPattern {
    private @Nullable Pattern last;

    Pattern of(String expression) {
        Pattern known = last;
        if (known == null || !known.pattern().equals(expression)) {
            known = Pattern.compile(expression);
            last = known;
        }
        return known;
    }
}
