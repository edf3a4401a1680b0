package dev.azoth.type;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A Java enum as a type of the database, where there is such: a named type that {@code createAll} creates before the tables, or an ENUM in the
 * column's own declaration. Elsewhere it is text with a CHECK.
 *
 * @param labels the enum and its labels
 * @param type   the type's name in the database
 */
public record NativeEnumType<E extends Enum<E>>(EnumType<E> labels, String type) implements SqlType<E> {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Checks the name, which is written as it is. */
    public NativeEnumType {
        if (!NAME.matcher(type).matches()) {
            throw new IllegalArgumentException("not a name for a type: " + type + "; it takes a to z, 0 to 9 and _");
        }
    }

    @Override
    public Class<E> javaType() {
        return labels.javaType();
    }

    @Override
    public String name() {
        return labels.name();
    }

    @Override
    public List<E> values() {
        return labels.values();
    }
}
