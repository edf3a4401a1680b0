package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.Microseconds;
import dev.azoth.type.JsonForm;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;

/**
 * Dates and times of PostgreSQL.
 *
 * <p>The server has an infinity on either side of all dates and timestamps. As in the driver, the last and the first value of the Java
 * class stand for them. In arrays dates and times go as ISO 8601 text, which is the same whatever the session's DateStyle and TimeZone.
 */
final class PostgresqlTimes {
    private static final String LAST = "infinity";
    private static final String FIRST = "-infinity";
    private static final String BEFORE_CHRIST = " BC";
    private static final int YEAR_DIGITS = 4;

    private PostgresqlTimes() {}

    static JdbcCodec<LocalDate> date(JdbcCodec<LocalDate> standard) {
        return standard.withBinder(
                        Types.DATE,
                        (statement, index, value) ->
                                statement.setObject(index, isInfinite(value) ? value : Microseconds.of(value)))
                .withLiteral(value -> "DATE '" + text(value) + "'")
                .withJson(JsonForm.plain(value -> parsed(value, LocalDate::parse, LocalDate.MIN, LocalDate.MAX)))
                .withArray("date", "?", PostgresqlTimes::text);
    }

    private static boolean isInfinite(LocalDate value) {
        return value.equals(LocalDate.MAX) || value.equals(LocalDate.MIN);
    }

    static String text(LocalDate value) {
        return isInfinite(value) ? infinity(value.getYear() > 0) : Microseconds.text(value);
    }

    static JdbcCodec<LocalTime> time(JdbcCodec<LocalTime> standard) {
        return standard.withDeclaration("TIME").withArray("time", "?", Microseconds::text);
    }

    static JdbcCodec<LocalDateTime> timestamp(JdbcCodec<LocalDateTime> standard) {
        return standard.withDeclaration("TIMESTAMP")
                .withBinder(
                        Types.TIMESTAMP,
                        (statement, index, value) ->
                                statement.setObject(index, isInfinite(value) ? value : Microseconds.of(value)))
                .withLiteral(value -> "TIMESTAMP '" + text(value) + "'")
                .withJson(JsonForm.plain(
                        value -> parsed(value, LocalDateTime::parse, LocalDateTime.MIN, LocalDateTime.MAX)))
                .withArray("timestamp", "?", PostgresqlTimes::text);
    }

    private static boolean isInfinite(LocalDateTime value) {
        return value.equals(LocalDateTime.MAX) || value.equals(LocalDateTime.MIN);
    }

    static String text(LocalDateTime value) {
        return isInfinite(value) ? infinity(value.getYear() > 0) : Microseconds.text(value);
    }

    static JdbcCodec<Instant> instant(JdbcCodec<Instant> standard) {
        return standard.withDeclaration("TIMESTAMP WITH TIME ZONE")
                .withBinder(
                        Types.TIMESTAMP_WITH_TIMEZONE,
                        (statement, index, value) -> statement.setObject(index, bound(value)))
                .withReader((row, index) -> {
                    OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
                    return value == null ? null : read(value);
                })
                .withLiteral(value -> "TIMESTAMP WITH TIME ZONE '" + text(value) + "'")
                .withJson(JsonForm.plain(value ->
                        parsed(value, text -> OffsetDateTime.parse(text).toInstant(), Instant.MIN, Instant.MAX)))
                .withArray("timestamptz", "?", PostgresqlTimes::text);
    }

    private static OffsetDateTime bound(Instant value) {
        return value.equals(Instant.MAX)
                ? OffsetDateTime.MAX
                : value.equals(Instant.MIN) ? OffsetDateTime.MIN : Microseconds.of(value);
    }

    private static Instant read(OffsetDateTime value) {
        return value.equals(OffsetDateTime.MAX)
                ? Instant.MAX
                : value.equals(OffsetDateTime.MIN) ? Instant.MIN : value.toInstant();
    }

    static String text(Instant value) {
        return value.equals(Instant.MAX) || value.equals(Instant.MIN)
                ? infinity(value.equals(Instant.MAX))
                : Microseconds.text(value) + "+00";
    }

    /** Out of JSON, where it is ISO 8601 whatever the session's DateStyle; but a year of five digits has no sign, and one before Christ says so. */
    static <T> T parsed(Object value, Function<String, T> parser, T first, T last) {
        String text = (String) value;
        if (text.equals(LAST) || text.equals(FIRST)) {
            return text.equals(LAST) ? last : first;
        }
        int year = text.indexOf('-');
        if (text.endsWith(BEFORE_CHRIST)) {
            String rest = text.substring(year, text.length() - BEFORE_CHRIST.length());
            int before = Integer.parseInt(text.substring(0, year)) - 1;
            return parser.apply(String.format(Locale.ROOT, before == 0 ? "%04d" : "-%04d", before) + rest);
        }
        return parser.apply(year > YEAR_DIGITS ? "+" + text : text);
    }

    private static String infinity(boolean last) {
        return last ? LAST : FIRST;
    }
}
