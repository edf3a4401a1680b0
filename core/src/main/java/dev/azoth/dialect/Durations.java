package dev.azoth.dialect;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Lengths of time as numbers of microseconds. */
public final class Durations {
    private static final long MICROSECONDS = 1_000_000;

    private Durations() {}

    /** The length of so many microseconds. */
    public static Duration of(long microseconds) {
        return Duration.of(microseconds, ChronoUnit.MICROS);
    }

    /**
     * The microseconds of a length, finer parts cut.
     *
     * @throws IllegalArgumentException if there are more than a long holds
     */
    public static long microseconds(Duration value) {
        try {
            long fine = value.getNano() / 1_000;
            return Math.addExact(Math.multiplyExact(value.getSeconds(), MICROSECONDS), fine);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(value + " has more microseconds than a BIGINT holds", e);
        }
    }
}
