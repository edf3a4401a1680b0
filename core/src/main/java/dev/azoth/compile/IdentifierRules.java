package dev.azoth.compile;

import java.util.Set;

/**
 * How names are written: plain where that is safe, else quoted.
 *
 * @param quote    the character around a quoted name; doubled inside
 * @param reserved words, in lower case, that are not plain
 */
public record IdentifierRules(char quote, Set<String> reserved) {
    /** A name as it is written in SQL. */
    public String write(String name) {
        return isPlain(name) ? name : quoted(name);
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
        return mark + name.replace(mark, mark + mark) + mark;
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
