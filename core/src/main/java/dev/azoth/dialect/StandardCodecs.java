package dev.azoth.dialect;

import dev.azoth.CompileException;
import dev.azoth.type.ArrayType;
import dev.azoth.type.BinaryType;
import dev.azoth.type.BitType;
import dev.azoth.type.BooleanType;
import dev.azoth.type.ConvertedType;
import dev.azoth.type.CustomType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.DurationType;
import dev.azoth.type.EnumType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
import dev.azoth.type.JsonType;
import dev.azoth.type.MultirangeType;
import dev.azoth.type.NamedType;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.NullType;
import dev.azoth.type.OffsetTimeType;
import dev.azoth.type.Range;
import dev.azoth.type.RangeType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SetType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.UnsignedType;
import dev.azoth.type.UuidType;
import dev.azoth.type.VariantType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The codecs as standard SQL and JDBC 4.2 have them: one method for each type, to be overridden where a server or its driver differs.
 *
 * <p>Nothing here depends on the JVM's default time zone: dates and times go through JDBC as {@code java.time} values.
 */
public class StandardCodecs implements TypeCodecs {
    private final ServerInfo server;

    /** Codecs for a server. */
    protected StandardCodecs(ServerInfo server) {
        this.server = server;
    }

    /** The server that they are for. */
    protected final ServerInfo server() {
        return server;
    }

    @Override
    @SuppressWarnings("unchecked") // each kind of type is paired with a codec of its own class
    public final <T> TypeCodec<T> codec(SqlType<T> type) {
        return (TypeCodec<T>) find(type);
    }

    private TypeCodec<?> find(SqlType<?> type) {
        if (type instanceof StringType string) {
            return string(string);
        } else if (type instanceof IntegerType<?> integer) {
            return integer.bits() == 64 ? bigint() : integer.bits() == 32 ? integer() : smallint();
        } else if (type instanceof TemporalType<?> temporal) {
            return temporal(temporal);
        } else if (type instanceof BooleanType) {
            return bool();
        } else if (type instanceof DecimalType decimal) {
            return decimal(decimal);
        } else if (type instanceof FloatType<?> number) {
            return number.javaType() == Float.class ? real() : doublePrecision();
        } else if (type instanceof BinaryType binary) {
            return binary(binary);
        } else if (type instanceof UuidType) {
            return uuid();
        } else if (type instanceof EnumType<?> labelled) {
            return enumeration(labelled);
        } else if (type instanceof JsonType) {
            return json();
        } else if (type instanceof ArrayType<?> array) {
            return array(array);
        } else if (type instanceof ConvertedType<?, ?> converted) {
            return converted(converted);
        } else if (type instanceof SensitiveType<?> sensitive) {
            return codec(sensitive.base());
        } else if (type instanceof VariantType<?> variant) {
            return codec(variant.of(server.dialect()));
        } else if (type instanceof NativeEnumType<?> labelled) {
            return nativeEnum(labelled);
        } else if (type instanceof DurationType) {
            return duration();
        } else if (type instanceof OffsetTimeType) {
            return offsetTime();
        } else if (type instanceof UnsignedType<?> unsigned) {
            return unsigned.bits() == 32 ? unsignedInteger() : unsignedBigint();
        } else if (type instanceof RangeType<?> range) {
            return range(range);
        } else if (type instanceof MultirangeType<?> ranges) {
            return multirange(ranges);
        } else if (type instanceof BitType bits) {
            return bits(bits);
        } else if (type instanceof SetType<?> set) {
            return set(set);
        } else if (type instanceof NamedType named) {
            return named(named);
        } else if (type instanceof CustomType<?> custom) {
            return custom.codec(server, this);
        } else if (type instanceof NullType) {
            return unknown();
        }
        throw new IllegalStateException("no codec of " + type.name());
    }

    private TypeCodec<?> temporal(TemporalType<?> type) {
        return switch (type.form()) {
            case DATE -> date();
            case TIME -> time();
            case TIMESTAMP -> timestamp();
            case TIMESTAMPTZ -> type.javaType() == Instant.class ? instant() : offsetDateTime();
        };
    }

    private <T, B> TypeCodec<T> converted(ConvertedType<T, B> type) {
        return codec(type.base()).converted(type.read(), type.write());
    }

    /** The type in a cast to text. */
    protected String textType() {
        return "VARCHAR";
    }

    /** Values that stand in JSON as the text that a cast makes of them. */
    protected final <T> JsonForm<T> asText(Function<String, T> read) {
        return JsonForm.text("CAST(", " AS " + textType() + ")", read);
    }

    private static String iso(String timestamp) {
        return timestamp.replace(' ', 'T');
    }

    /** A whole number of 16 bits. */
    protected JdbcCodec<Short> smallint() {
        JdbcCodec.PrimitiveReader<Short> reader = ResultSet::getShort;
        return JdbcCodec.of("SMALLINT", Types.SMALLINT, PreparedStatement::setShort, reader.nullable(), String::valueOf)
                .withJson(JsonForm.WHOLE.converted(value -> new BigDecimal(value).shortValueExact()));
    }

    /** A whole number of 32 bits. */
    protected JdbcCodec<Integer> integer() {
        JdbcCodec.PrimitiveReader<Integer> reader = ResultSet::getInt;
        return JdbcCodec.of("INTEGER", Types.INTEGER, PreparedStatement::setInt, reader.nullable(), String::valueOf)
                .withJson(JsonForm.WHOLE.converted(Math::toIntExact));
    }

    /** A whole number of 64 bits. */
    protected JdbcCodec<Long> bigint() {
        JdbcCodec.PrimitiveReader<Long> reader = ResultSet::getLong;
        return JdbcCodec.of("BIGINT", Types.BIGINT, PreparedStatement::setLong, reader.nullable(), String::valueOf)
                .withJson(JsonForm.WHOLE);
    }

    /** An exact decimal. */
    protected JdbcCodec<BigDecimal> decimal(DecimalType type) {
        return JdbcCodec.of(
                        type.name(),
                        Types.NUMERIC,
                        PreparedStatement::setBigDecimal,
                        ResultSet::getBigDecimal,
                        BigDecimal::toPlainString)
                .withJson(asText(BigDecimal::new));
    }

    /** A floating-point number of 32 bits. */
    protected JdbcCodec<Float> real() {
        JdbcCodec.PrimitiveReader<Float> reader = ResultSet::getFloat;
        return JdbcCodec.of("REAL", Types.REAL, PreparedStatement::setFloat, reader.nullable(), value -> {
                    finite(value);
                    return "CAST(" + value + " AS REAL)";
                })
                .withJson(asText(Float::valueOf));
    }

    /** A floating-point number of 64 bits. */
    protected JdbcCodec<Double> doublePrecision() {
        JdbcCodec.PrimitiveReader<Double> reader = ResultSet::getDouble;
        return JdbcCodec.of(
                        "DOUBLE PRECISION", Types.DOUBLE, PreparedStatement::setDouble, reader.nullable(), value -> {
                            finite(value);
                            return new BigDecimal(value.toString()).unscaledValue() + "E"
                                    + -new BigDecimal(value.toString()).scale();
                        })
                .withJson(asText(Double::valueOf));
    }

    private void finite(double value) {
        if (!Double.isFinite(value)) {
            throw new CompileException(server.product() + " has no literal for " + value);
        }
    }

    /** True or false. */
    protected JdbcCodec<Boolean> bool() {
        JdbcCodec.PrimitiveReader<Boolean> reader = ResultSet::getBoolean;
        return JdbcCodec.of(
                        "BOOLEAN",
                        Types.BOOLEAN,
                        PreparedStatement::setBoolean,
                        reader.nullable(),
                        value -> value ? "TRUE" : "FALSE")
                .withJson(JsonForm.plain(
                        value -> value instanceof Number number ? number.longValue() != 0 : (Boolean) value));
    }

    /** Text. */
    protected JdbcCodec<String> string(StringType type) {
        return JdbcCodec.of(
                        type.name(), Types.VARCHAR, PreparedStatement::setString, ResultSet::getString, this::quoted)
                .withJson(JsonForm.plain(String.class::cast));
    }

    /** Text as a literal. */
    protected String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Bytes. */
    protected JdbcCodec<byte[]> binary(BinaryType type) {
        return JdbcCodec.of(
                        type.name(),
                        Types.VARBINARY,
                        PreparedStatement::setBytes,
                        ResultSet::getBytes,
                        value -> "X'" + HexFormat.of().formatHex(value) + "'")
                .withJson(JsonForm.text("hex(", ")", HexFormat.of()::parseHex));
    }

    /** A UUID. */
    protected JdbcCodec<UUID> uuid() {
        return JdbcCodec.of(
                        "UUID",
                        Types.OTHER,
                        PreparedStatement::setObject,
                        (row, index) -> row.getObject(index, UUID.class),
                        value -> "CAST('" + value + "' AS UUID)")
                .withJson(asText(UUID::fromString));
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

    /** An enum, stored as its label. */
    protected <E extends Enum<E>> TypeCodec<E> enumeration(EnumType<E> type) {
        StringType stored = new StringType(StringType.Form.VARCHAR, Math.max(1, type.longest()));
        return string(stored).converted(type::constant, type::label);
    }

    /** An enum as a type of the database; without such types, as its label. */
    protected <E extends Enum<E>> TypeCodec<E> nativeEnum(NativeEnumType<E> type) {
        return enumeration(type.labels());
    }

    /** A length of time, stored as its microseconds. */
    protected TypeCodec<Duration> duration() {
        return bigint().converted(Durations::of, Durations::microseconds);
    }

    /** A time of day with its distance from UTC, stored as text. */
    protected TypeCodec<OffsetTime> offsetTime() {
        return string(new StringType(StringType.Form.VARCHAR, 24)).converted(OffsetTime::parse, Microseconds::text);
    }

    /** A whole number of 32 bits that is not negative. */
    protected TypeCodec<Long> unsignedInteger() {
        return bigint().converted(value -> value, value -> Unsigned.checked(value, 32));
    }

    /** A whole number of 64 bits that is not negative. */
    protected TypeCodec<BigInteger> unsignedBigint() {
        return decimal(new DecimalType(20, 0))
                .converted(BigDecimal::toBigIntegerExact, value -> new BigDecimal(Unsigned.checked(value, 64)));
    }

    /**
     * A range.
     *
     * @throws CompileException where the server has no ranges
     */
    protected <T extends Comparable<? super T>> TypeCodec<Range<T>> range(RangeType<T> type) {
        throw new CompileException(server.product() + " has no ranges (" + type.name() + ")");
    }

    /**
     * Several ranges.
     *
     * @throws CompileException where the server has no such type
     */
    protected <T extends Comparable<? super T>> TypeCodec<List<Range<T>>> multirange(MultirangeType<T> type) {
        throw new CompileException(server.product() + " has no ranges (" + type.name() + ")");
    }

    /** Bits, stored as their text. */
    protected TypeCodec<String> bits(BitType type) {
        return string(new StringType(StringType.Form.VARCHAR, type.length())).converted(bits -> bits, type::checked);
    }

    /** Constants of an enum, stored as their labels. */
    protected <E extends Enum<E>> TypeCodec<Set<E>> set(SetType<E> type) {
        return string(new StringType(StringType.Form.VARCHAR, type.longest())).converted(type::constants, type::text);
    }

    /**
     * A type of the database's own, sent and read as its text.
     *
     * @throws CompileException where there is none of the name
     */
    protected TypeCodec<String> named(NamedType type) {
        throw new CompileException(server.product() + " has no type " + type.name());
    }

    /** JSON, stored as text. */
    protected TypeCodec<Json> json() {
        return string(new StringType(StringType.Form.TEXT, 0)).converted(Json::parse, Json::text);
    }

    /**
     * A list.
     *
     * @throws CompileException where the server has no arrays
     */
    protected <E> TypeCodec<List<E>> array(ArrayType<E> type) {
        throw new CompileException(server.product() + " has no arrays (" + type.name() + ")");
    }

    /** Something whose type is not known; read as what Java has for it rather than JDBC. */
    protected JdbcCodec<Object> unknown() {
        return JdbcCodec.of(
                "NULL",
                Types.NULL,
                PreparedStatement::setObject,
                (row, index) -> {
                    Object value = row.getObject(index);
                    return value == null || value instanceof String || value instanceof Number
                            ? value
                            : plain(row, index, value);
                },
                value -> quoted(value.toString()));
    }

    /**
     * What Java has for a value of JDBC's or the driver's own classes: {@code java.time} for dates and times, text and bytes for large
     * objects, a list for an array.
     *
     * @param value the column's value, neither null nor a text or number
     */
    protected Object plain(ResultSet row, int index, Object value) throws SQLException {
        if (value instanceof java.sql.Date) {
            return read(date(), row, index, value);
        } else if (value instanceof java.sql.Time) {
            return read(time(), row, index, value);
        } else if (value instanceof java.sql.Timestamp) {
            return read(timestamp(), row, index, value);
        } else if (value instanceof OffsetDateTime point) {
            return point.toInstant();
        } else if (value instanceof Clob) {
            return read(string(new StringType(StringType.Form.TEXT, 0)), row, index, value);
        } else if (value instanceof Blob) {
            return read(binary(new BinaryType(0)), row, index, value);
        } else if (value instanceof Array) {
            return read(new ArrayCodec<>(unknown(), "NULL[]"), row, index, value);
        }
        return value;
    }

    /** Reads a column that is not null once more, by a codec. */
    protected static Object read(TypeCodec<?> codec, ResultSet row, int index, Object otherwise) throws SQLException {
        Object value = codec.read(row, index);
        return value == null ? otherwise : value;
    }

    /** A codec that stores values as another does. */
    protected static <T, B> TypeCodec<T> converting(
            TypeCodec<B> base, Function<? super B, ? extends T> read, Function<? super T, ? extends B> write) {
        return base.converted(read, write);
    }
}
