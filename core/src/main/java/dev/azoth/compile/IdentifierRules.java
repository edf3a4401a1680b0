package dev.azoth.compile;

import dev.azoth.CompileException;
import java.util.Set;

/**
 * How names are written: plain where that is safe, else quoted.
 *
 * @param quote    the character around a quoted name; doubled inside
 * @param reserved words, in lower case, that are not plain
 * @param length   how long a name may be
 * @param behind   what stands behind a quoted name that has a backslash: mostly nothing
 */
public record IdentifierRules(char quote, Set<String> reserved, NameLength length, String behind) {
    /** Names of any length. */
    public IdentifierRules(char quote, Set<String> reserved) {
        this(quote, reserved, NameLength.ANY);
    }

    /** Names in which a backslash means itself. */
    public IdentifierRules(char quote, Set<String> reserved, NameLength length) {
        this(quote, reserved, length, "");
    }

    /**
     * A name as it is written in SQL.
     *
     * @throws CompileException if it is longer than what the database would keep of it
     */
    public String write(String name) {
        length.check(name);
        return isPlain(name) ? name : quoted(name);
    }

    /** A name that only this statement knows, as it is written in SQL: shortened, if it is too long. */
    public String local(String name) {
        return write(length.shortened(name));
    }

    /**
     * A name in quotes.
     *
     * @throws IllegalArgumentException for an empty name or one with a NUL, which no database takes
     */
    public String quoted(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a name for SQL: \"" + name + "\"");
        }
        String mark = String.valueOf(quote);
        return mark + name.replace(mark, mark + mark) + mark + (name.indexOf('\\') < 0 ? "" : behind);
    }

    /** Lower-case letters, digits and underscores mean the same quoted or not, on every database; so they go without. */
    private boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c == '_' || (c >= 'a' && c <= 'z') || (i > 0 && c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return !name.isEmpty() && !reserved.contains(name);
    }
}
