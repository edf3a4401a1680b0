package dev.azoth.dialect.sqlite;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Dates and times out of the text that a column holds: what Azoth writes, and also what SQLite's functions and other programs do, with a T
 * for the space, without a fraction or without seconds.
 */
final class SqliteTime {
    private SqliteTime() {}

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw unreadable(text, "a date", e);
        }
    }

    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw unreadable(text, "a time", e);
        }
    }

    static LocalDateTime timestamp(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw unreadable(text, "a timestamp", e);
        }
    }

    /** Text without an offset is in UTC, as it is for SQLite. */
    static Instant instant(String text) {
        try {
            String iso = text.replace(' ', 'T');
            boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return offset
                    ? OffsetDateTime.parse(iso).toInstant()
                    : timestamp(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw unreadable(text, "a point in time", e);
        }
    }

    private static IllegalArgumentException unreadable(String text, String what, DateTimeException cause) {
        return new IllegalArgumentException("\"" + text + "\" is not " + what + " as SQLite writes it", cause);
    }
}
