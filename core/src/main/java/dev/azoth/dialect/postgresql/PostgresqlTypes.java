package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.Durations;
import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.type.JsonForm;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.postgresql.util.PGInterval;

/** Types that go to PostgreSQL and come from it as text, cast to what they are. */
final class PostgresqlTypes {
    private PostgresqlTypes() {}

    static JdbcCodec<String> named(String name, UnaryOperator<String> quoted) {
        JdbcCodec.Binder<String> binder = PreparedStatement::setString;
        return JdbcCodec.of(
                        name,
                        Types.VARCHAR,
                        (statement, index, value) -> binder.bind(statement, index, EncodableText.withoutNul(value)),
                        ResultSet::getString,
                        value -> "CAST(" + quoted.apply(value) + " AS " + name + ")")
                .withJson(json(name))
                .withPlaceholder("CAST(? AS " + name + ")")
                .withArray("text", "CAST(? AS " + name + "[])", EncodableText::withoutNul);
    }

    /** As the text that the driver reads, to which an INET is not cast: that adds its length. */
    private static JsonForm<String> json(String name) {
        return name.equals("INET")
                ? JsonForm.plain(String.class::cast)
                : JsonForm.text("CAST(", " AS text)", value -> value);
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
}
