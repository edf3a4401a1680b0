package dev.azoth.sql;

import dev.azoth.type.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Functions of dates and times, as {@link Sql} offers them; they mean the same on every database. */
abstract class SqlDates extends SqlStrings {
    SqlDates() {}

    /** The time at which the transaction, or on some databases the statement, began. */
    public static FunctionCall<Instant> now() {
        return function("now", Types.TIMESTAMPTZ);
    }

    /** Today, in the session's time zone. */
    public static FunctionCall<LocalDate> currentDate() {
        return function("current_date", Types.DATE);
    }

    /** The time of day now, in the session's time zone. */
    public static FunctionCall<LocalTime> localTime() {
        return function("local_time", Types.TIME);
    }

    /** What a clock shows now, in the session's time zone. */
    public static FunctionCall<LocalDateTime> localTimestamp() {
        return function("local_timestamp", Types.TIMESTAMP);
    }

    /** The day of a calendar; the numbers must make one. */
    public static FunctionCall<LocalDate> makeDate(
            Expression<Integer> year, Expression<Integer> month, Expression<Integer> day) {
        return function("make_date", Types.DATE, year, month, day);
    }

    /**
     * A number in a date or time; of a point in time, in UTC.
     *
     * @throws IllegalArgumentException if it has no such part, as a date has no hour
     */
    public static FunctionCall<Integer> extract(DatePart part, Expression<?> from) {
        return DateCalls.extract(part, from);
    }

    /** The whole seconds since the beginning of 1970, of a point in time or of a clock's reading in UTC. */
    public static FunctionCall<Long> epochSecond(Expression<?> time) {
        DateCalls.form(time);
        return function("epoch_second", Types.BIGINT, time);
    }

    /**
     * The beginning of the unit that a date or time is in: of the month, say. Points in time are cut in UTC, and weeks begin on Monday.
     *
     * @throws IllegalArgumentException if it has no such unit, as a date has no hour
     */
    public static <T> FunctionCall<T> dateTrunc(DateUnit unit, Expression<T> value) {
        return DateCalls.truncate(unit, value);
    }

    /**
     * How many whole units there are from one to the other, less than zero if the other is before. A month is whole when the day, and the time of
     * the day, is reached again.
     *
     * @throws IllegalArgumentException if they are not of one type, or have no such unit
     */
    public static <T> FunctionCall<Long> dateDiff(
            DateUnit unit, Expression<? extends T> from, Expression<? extends T> to) {
        return DateCalls.difference(unit, from, to);
    }
}
