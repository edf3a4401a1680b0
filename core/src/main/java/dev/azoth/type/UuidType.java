package dev.azoth.type;

import java.util.UUID;

/** A UUID: native where the database has it, else 36 characters. */
public record UuidType() implements SqlType<UUID> {
    @Override
    public Class<UUID> javaType() {
        return UUID.class;
    }

    @Override
    public String name() {
        return "UUID";
    }
}
