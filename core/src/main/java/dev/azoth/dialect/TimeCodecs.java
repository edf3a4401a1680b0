package dev.azoth.dialect;

import dev.azoth.type.ServerInfo;
import dev.azoth.type.StringType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TypeCodec;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

/** The codecs of dates and times, of {@link StandardCodecs}. */
abstract class TimeCodecs extends TextCodecs {
    TimeCodecs(ServerInfo server) {
        super(server);
    }

    private static String iso(String timestamp) {
        return timestamp.replace(' ', 'T');
    }

    /** A day of the calendar. */
    protected JdbcCodec<LocalDate> date() {
        return JdbcCodec.of(
                        "DATE",
                        Types.DATE,
                        (statement, index, value) -> statement.setObject(index, Microseconds.of(value)),
                        (row, index) -> row.getObject(index, LocalDate.class),
                        value -> "DATE '" + Microseconds.text(value) + "'")
                .withJson(asText(LocalDate::parse));
    }

    /** A time of day. */
    protected JdbcCodec<LocalTime> time() {
        return JdbcCodec.of(
                        "TIME(6)",
                        Types.TIME,
                        (statement, index, value) -> statement.setObject(index, Microseconds.of(value)),
                        (row, index) -> row.getObject(index, LocalTime.class),
                        value -> "TIME '" + Microseconds.text(value) + "'")
                .withJson(asText(LocalTime::parse));
    }

    /** A wall clock's reading. */
    protected JdbcCodec<LocalDateTime> timestamp() {
        return JdbcCodec.of(
                        "TIMESTAMP(6)",
                        Types.TIMESTAMP,
                        (statement, index, value) -> statement.setObject(index, Microseconds.of(value)),
                        (row, index) -> row.getObject(index, LocalDateTime.class),
                        value -> "TIMESTAMP '" + Microseconds.text(value) + "'")
                .withJson(asText(value -> LocalDateTime.parse(iso(value))));
    }

    /** A point in time. */
    protected JdbcCodec<Instant> instant() {
        return JdbcCodec.of(
                        "TIMESTAMP(6) WITH TIME ZONE",
                        Types.TIMESTAMP_WITH_TIMEZONE,
                        (statement, index, value) -> statement.setObject(index, Microseconds.of(value)),
                        (row, index) -> {
                            OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
                            return value == null ? null : value.toInstant();
                        },
                        value -> "TIMESTAMP WITH TIME ZONE '" + Microseconds.text(value) + "+00:00'")
                .withJson(asText(value -> OffsetDateTime.parse(Microseconds.withMinutes(iso(value)))
                        .toInstant()));
    }

    /** A point in time as the program's other class for it; stored as an {@link #instant} is, ends of time included. */
    private TypeCodec<OffsetDateTime> offsetDateTime() {
        return instant()
                .converted(
                        value -> value.equals(Instant.MAX)
                                ? OffsetDateTime.MAX
                                : value.equals(Instant.MIN) ? OffsetDateTime.MIN : value.atOffset(ZoneOffset.UTC),
                        value -> value.equals(OffsetDateTime.MAX)
                                ? Instant.MAX
                                : value.equals(OffsetDateTime.MIN) ? Instant.MIN : value.toInstant());
    }

    /** A length of time, stored as its microseconds. */
    protected TypeCodec<Duration> duration() {
        return bigint().converted(Durations::of, Durations::microseconds);
    }

    /** A time of day with its distance from UTC, stored as text. */
    protected TypeCodec<OffsetTime> offsetTime() {
        return string(new StringType(StringType.Form.VARCHAR, 24)).converted(OffsetTime::parse, Microseconds::text);
    }

    final TypeCodec<?> temporal(TemporalType<?> type) {
        return switch (type.form()) {
            case DATE -> date();
            case TIME -> time();
            case TIMESTAMP -> timestamp();
            case TIMESTAMPTZ -> type.javaType() == Instant.class ? instant() : offsetDateTime();
        };
    }
}
