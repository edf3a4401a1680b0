package dev.azoth.type;

import java.time.OffsetTime;

/** A time of day with its distance from UTC, which is kept. Text where the database has no such type. */
public record OffsetTimeType() implements SqlType<OffsetTime> {
    @Override
    public Class<OffsetTime> javaType() {
        return OffsetTime.class;
    }

    @Override
    public String name() {
        return "TIME WITH TIME ZONE";
    }
}
