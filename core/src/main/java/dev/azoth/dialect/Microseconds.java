package dev.azoth.dialect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates and times as they are bound: cut to microseconds, with a year from 1 to 9999, which every database can hold and every driver
 * carries unchanged.
 */
public final class Microseconds {
    private static final int FIRST = 1;
    private static final int LAST = 9999;

    /** The characters of an offset such as +02. */
    private static final int NO_MINUTES = 3;

    private static final Instant BEGIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private Microseconds() {}

    /** A date as it is bound. */
    public static LocalDate of(LocalDate value) {
        return inRange(value, value.getYear());
    }

    /** A time as it is bound. */
    public static LocalTime of(LocalTime value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /** A wall clock's reading as it is bound. */
    public static LocalDateTime of(LocalDateTime value) {
        return inRange(value, value.getYear()).truncatedTo(ChronoUnit.MICROS);
    }

    /** A point in time as it is bound, in UTC. */
    public static OffsetDateTime of(Instant value) {
        if (value.isBefore(BEGIN) || !value.isBefore(END)) {
            throw outOfRange(value);
        }
        return value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** A date as SQL writes it: {@code 2026-11-22}. */
    public static String text(LocalDate value) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(of(value));
    }

    /** A time as SQL writes it: {@code 23:59:59.999999}. */
    public static String text(LocalTime value) {
        return CLOCK.format(of(value));
    }

    /** A wall clock's reading as SQL writes it: {@code 2026-11-22 23:59:59.999999}. */
    public static String text(LocalDateTime value) {
        return text(value.toLocalDate()) + " " + text(value.toLocalTime());
    }

    /** A point in time as SQL writes it, in UTC and without saying so. */
    public static String text(Instant value) {
        return text(of(value).toLocalDateTime());
    }

    /** A time with its distance from UTC as it is bound. */
    public static OffsetTime of(OffsetTime value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /** A time with its distance from UTC as SQL writes it: {@code 23:59:59.999999+01:00}. */
    public static String text(OffsetTime value) {
        String offset = value.getOffset().getId();
        return text(value.toLocalTime()) + (offset.equals("Z") ? "+00:00" : offset);
    }

    /** A time or timestamp with an offset, completed by the minutes that Java's parsers want: {@code 12:00:00+02} has none. */
    public static String withMinutes(String time) {
        int sign = Math.max(time.lastIndexOf('+'), time.lastIndexOf('-'));
        return time.length() - sign == NO_MINUTES ? time + ":00" : time;
    }

    private static <T> T inRange(T value, int year) {
        if (year < FIRST || year > LAST) {
            throw outOfRange(value);
        }
        return value;
    }

    private static IllegalArgumentException outOfRange(Object value) {
        return new IllegalArgumentException("the year of " + value + " is not from 1 to 9999");
    }
}
