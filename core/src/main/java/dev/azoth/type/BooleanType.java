package dev.azoth.type;

/** True or false; a number of one bit where the database has no such type. */
public record BooleanType() implements SqlType<Boolean> {
    @Override
    public Class<Boolean> javaType() {
        return Boolean.class;
    }

    @Override
    public String name() {
        return "BOOLEAN";
    }
}
