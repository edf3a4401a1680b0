package dev.azoth.type;

import java.util.Optional;

/**
 * A date, a time or a point in time.
 *
 * <p>{@code TIMESTAMP} is a wall clock's reading and is only ever a {@code LocalDateTime}; {@code TIMESTAMPTZ} is a point in time
 * and is an {@code Instant} or, normalised to UTC, an {@code OffsetDateTime}. Values have microseconds: finer parts are cut when
 * bound, so that a value read back equals the value bound on every database.
 *
 * @param form     the SQL type
 * @param javaType the class of the values
 */
public record TemporalType<T>(Form form, Class<T> javaType) implements SqlType<T> {
    /** The SQL types of time. */
    public enum Form {
        /** A day of the calendar. */
        DATE("DATE"),
        /** A time of day. */
        TIME("TIME"),
        /** A wall clock's reading, in no time zone. */
        TIMESTAMP("TIMESTAMP"),
        /** A point in time. */
        TIMESTAMPTZ("TIMESTAMP WITH TIME ZONE");

        private final String sql;

        Form(String sql) {
            this.sql = sql;
        }
    }

    /** The SQL type of time in which a type's values are stored; none for values that are no times. */
    public static Optional<Form> formOf(SqlType<?> type) {
        if (type instanceof SensitiveType<?> sensitive) {
            return formOf(sensitive.base());
        } else if (type instanceof ConvertedType<?, ?> converted) {
            return formOf(converted.base());
        }
        return type instanceof TemporalType<?> temporal ? Optional.of(temporal.form) : Optional.empty();
    }

    @Override
    public String name() {
        return form.sql;
    }
}
