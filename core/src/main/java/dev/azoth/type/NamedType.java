package dev.azoth.type;

import java.util.regex.Pattern;

/**
 * A type that only some databases have, sent and read as its text.
 *
 * @param name its name in the database, such as {@code INET}
 */
public record NamedType(String name) implements SqlType<String> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*( VARYING)?(\\([0-9]+\\))?");

    /** Checks the name, which is written as it is. */
    public NamedType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a type's name: " + name);
        }
    }

    /** The name without a length. */
    public String bare() {
        int length = name.indexOf('(');
        return length < 0 ? name : name.substring(0, length);
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }
}
