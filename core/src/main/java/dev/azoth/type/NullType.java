package dev.azoth.type;

/** The type of something whose type is not known: a NULL, or a fragment of SQL text. Read with whatever class the driver gives. */
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
