package dev.azoth.type;

/**
 * The type of something whose type is not known: a NULL, or a fragment of SQL text. Read as what Java has for the driver's value: a
 * number, a text, bytes, a {@code java.time} class, a list.
 */
public record NullType() implements SqlType<Object> {
    @Override
    public Class<Object> javaType() {
        return Object.class;
    }

    @Override
    public String name() {
        return "NULL";
    }
}
