package dev.azoth.dialect.duckdb;

import dev.azoth.dialect.Durations;
import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.Microseconds;
import dev.azoth.type.BinaryType;
import dev.azoth.type.BooleanType;
import dev.azoth.type.ConvertedType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.DurationType;
import dev.azoth.type.EnumType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonType;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.UuidType;
import dev.azoth.type.VariantType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;

/**
 * How values of a type go through the driver's appender, which converts nothing: a column must have the very type.
 *
 * @param column what the type of such a column begins with
 * @param given  makes of a value what is appended, or refuses it
 */
record AppendedForm<T>(String column, Function<T, Appended> given) {
    /** A value, ready to be appended. */
    interface Appended {
        void to(DuckDBAppender appender) throws SQLException;
    }

    /** The form of a type; empty for one that the appender does not take. */
    static Optional<? extends AppendedForm<?>> of(SqlType<?> type, TypeCodecs codecs) {
        if (type instanceof SensitiveType<?> sensitive) {
            return of(sensitive.base(), codecs);
        } else if (type instanceof VariantType<?> variant) {
            return of(variant.of("duckdb"), codecs);
        } else if (type instanceof ConvertedType<?, ?> converted) {
            return converted(converted, codecs);
        } else if (type instanceof EnumType<?> labelled) {
            return Optional.of(labels("VARCHAR", labelled));
        } else if (type instanceof NativeEnumType<?> labelled) {
            return Optional.of(labels("ENUM(", labelled.labels()));
        } else if (type instanceof IntegerType<?> number) {
            return Optional.of(whole(number.bits()));
        } else if (type instanceof FloatType<?> number) {
            return Optional.of(fraction(number.javaType() == Float.class));
        } else if (type instanceof DecimalType) {
            return Optional.of(decimal(codecs.codec(type).declaration()));
        } else if (type instanceof StringType text) {
            return Optional.of(new AppendedForm<String>("VARCHAR", value -> text(DuckdbCodecs.stored(text, value))));
        } else if (type instanceof TemporalType<?> temporal) {
            return Optional.of(temporal(temporal));
        }
        return simple(type);
    }

    private static Optional<? extends AppendedForm<?>> simple(SqlType<?> type) {
        if (type instanceof BooleanType) {
            return Optional.of(new AppendedForm<Boolean>("BOOLEAN", value -> to -> to.append(value.booleanValue())));
        } else if (type instanceof BinaryType) {
            return Optional.of(new AppendedForm<byte[]>("BLOB", value -> to -> to.append(value)));
        } else if (type instanceof UuidType) {
            return Optional.of(new AppendedForm<java.util.UUID>("UUID", value -> to -> to.append(value)));
        } else if (type instanceof JsonType) {
            return Optional.of(new AppendedForm<Json>("JSON", value -> text(EncodableText.paired(value.text()))));
        } else if (type instanceof DurationType) {
            return Optional.of(new AppendedForm<java.time.Duration>("BIGINT", value -> {
                long microseconds = Durations.microseconds(value);
                return to -> to.append(microseconds);
            }));
        }
        return Optional.empty();
    }

    private static Appended text(String value) {
        return to -> to.append(value);
    }

    private static <T, B> Optional<AppendedForm<T>> converted(ConvertedType<T, B> type, TypeCodecs codecs) {
        return of(type.base(), codecs).map(base -> ofBase(type, base));
    }

    @SuppressWarnings("unchecked") // the form of the base takes what is written as that
    private static <T, B> AppendedForm<T> ofBase(ConvertedType<T, B> type, AppendedForm<?> base) {
        AppendedForm<B> stored = (AppendedForm<B>) base;
        return new AppendedForm<>(
                base.column, value -> stored.given.apply(type.write().apply(value)));
    }

    private static <E extends Enum<E>> AppendedForm<E> labels(String column, EnumType<E> labels) {
        return new AppendedForm<>(column, value -> text(labels.label(value)));
    }

    private static AppendedForm<?> whole(int bits) {
        return bits == 64
                ? new AppendedForm<Long>("BIGINT", value -> to -> to.append(value.longValue()))
                : bits == 32
                        ? new AppendedForm<Integer>("INTEGER", value -> to -> to.append(value.intValue()))
                        : new AppendedForm<Short>("SMALLINT", value -> to -> to.append(value.shortValue()));
    }

    private static AppendedForm<?> fraction(boolean isShort) {
        return isShort
                ? new AppendedForm<Float>("FLOAT", value -> to -> to.append(value.floatValue()))
                : new AppendedForm<Double>("DOUBLE", value -> to -> to.append(value.doubleValue()));
    }

    /** The appender wants just the digits that the column has, to which an INSERT would round. */
    private static AppendedForm<BigDecimal> decimal(String declaration) {
        int comma = declaration.indexOf(',');
        int precision = Integer.parseInt(declaration.substring("DECIMAL(".length(), comma));
        int scale = Integer.parseInt(declaration.substring(comma + 1, declaration.length() - 1));
        return new AppendedForm<>(declaration, value -> {
            BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
            if (rounded.precision() > precision) {
                throw new IllegalArgumentException(value + " does not fit into " + declaration);
            }
            return to -> to.append(rounded);
        });
    }

    private static AppendedForm<?> temporal(TemporalType<?> type) {
        return switch (type.form()) {
            case DATE ->
                new AppendedForm<LocalDate>("DATE", value -> {
                    LocalDate day = Microseconds.of(value);
                    return to -> to.append(day);
                });
            case TIME ->
                new AppendedForm<LocalTime>("TIME", value -> {
                    LocalTime time = Microseconds.of(value);
                    return to -> to.append(time);
                });
            case TIMESTAMP ->
                new AppendedForm<LocalDateTime>(
                        "TIMESTAMP", value -> point(Microseconds.of(value).toInstant(ZoneOffset.UTC)));
            case TIMESTAMPTZ ->
                type.javaType() == Instant.class
                        ? new AppendedForm<Instant>("TIMESTAMP WITH TIME ZONE", AppendedForm::pointInRange)
                        : new AppendedForm<OffsetDateTime>(
                                "TIMESTAMP WITH TIME ZONE", value -> pointInRange(value.toInstant()));
        };
    }

    private static Appended pointInRange(Instant value) {
        return point(Microseconds.of(value).toInstant());
    }

    private static Appended point(Instant value) {
        long microseconds = value.getEpochSecond() * 1_000_000 + value.getNano() / 1_000;
        return to -> to.appendEpochMicros(microseconds);
    }
}
