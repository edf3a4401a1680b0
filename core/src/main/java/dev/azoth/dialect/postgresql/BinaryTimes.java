package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.Microseconds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates and times as bytes: days or microseconds since 2000, and the greatest and least number for the infinities. */
final class BinaryTimes {
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final LocalDateTime BEGIN = EPOCH.atStartOfDay();

    private BinaryTimes() {}

    static byte[] of(LocalDate value) {
        if (value.equals(LocalDate.MAX) || value.equals(LocalDate.MIN)) {
            return BinaryForm.ofInt(value.equals(LocalDate.MAX) ? Integer.MAX_VALUE : Integer.MIN_VALUE);
        }
        return BinaryForm.ofInt((int) EPOCH.until(Microseconds.of(value), ChronoUnit.DAYS));
    }

    static byte[] of(LocalTime value) {
        return BinaryForm.ofLong(value.toNanoOfDay() / 1_000);
    }

    static byte[] of(LocalDateTime value) {
        if (value.equals(LocalDateTime.MAX) || value.equals(LocalDateTime.MIN)) {
            return infinity(value.equals(LocalDateTime.MAX));
        }
        return BinaryForm.ofLong(BEGIN.until(Microseconds.of(value), ChronoUnit.MICROS));
    }

    static byte[] of(Instant value) {
        if (value.equals(Instant.MAX) || value.equals(Instant.MIN)) {
            return infinity(value.equals(Instant.MAX));
        }
        return of(Microseconds.of(value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    private static byte[] infinity(boolean last) {
        return BinaryForm.ofLong(last ? Long.MAX_VALUE : Long.MIN_VALUE);
    }
}
