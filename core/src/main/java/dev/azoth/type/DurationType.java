package dev.azoth.type;

import java.time.Duration;

/**
 * A length of time, to the microsecond: an interval where the database has one that keeps days and seconds apart from months, else the number
 * of microseconds.
 */
public record DurationType() implements SqlType<Duration> {
    @Override
    public Class<Duration> javaType() {
        return Duration.class;
    }

    @Override
    public String name() {
        return "INTERVAL";
    }
}
