package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.Durations;
import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.JdbcCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/** Types that go to PostgreSQL and come from it as text, cast to what they are. */
final class PostgresqlTypes {
    private static final int NO_OFFSET_MINUTES = 3;

    private PostgresqlTypes() {}

    static JdbcCodec<String> named(String name, UnaryOperator<String> quoted) {
        JdbcCodec.Binder<String> binder = PreparedStatement::setString;
        return JdbcCodec.of(
                        name,
                        Types.VARCHAR,
                        (statement, index, value) -> binder.bind(statement, index, EncodableText.withoutNul(value)),
                        ResultSet::getString,
                        value -> "CAST(" + quoted.apply(value) + " AS " + name + ")")
                .withPlaceholder("CAST(? AS " + name + ")")
                .withArray("text", "CAST(? AS " + name + "[])", EncodableText::withoutNul);
    }

    static String text(Duration value) {
        return Durations.of(Durations.microseconds(value)).toString();
    }

    /** An interval without months, whose length the calendar tells. */
    static Duration duration(String text) {
        try {
            PGInterval interval = new PGInterval(text);
            if (interval.getYears() != 0 || interval.getMonths() != 0) {
                throw new IllegalArgumentException("the interval " + text + " has months, which are no length of time");
            }
            return Duration.ofDays(interval.getDays())
                    .plusHours(interval.getHours())
                    .plusMinutes(interval.getMinutes())
                    .plusSeconds(interval.getWholeSeconds())
                    .plusNanos(interval.getMicroSeconds() * 1_000L);
        } catch (SQLException e) {
            throw new IllegalArgumentException("not an interval: " + text, e);
        }
    }

    /** A time's offset without the minutes that Java's parser wants. */
    static @Nullable String completed(@Nullable String time) {
        if (time == null) {
            return null;
        }
        int sign = Math.max(time.lastIndexOf('+'), time.lastIndexOf('-'));
        return time.length() - sign == NO_OFFSET_MINUTES ? time + ":00" : time;
    }
}
