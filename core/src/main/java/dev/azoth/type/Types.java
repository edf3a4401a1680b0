package dev.azoth.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The types, to be imported statically. */
public final class Types {
    /** A whole number of 16 bits. */
    public static final SqlType<Short> SMALLINT = new IntegerType<>(Short.class, 16);
    /** A whole number of 32 bits. */
    public static final SqlType<Integer> INTEGER = new IntegerType<>(Integer.class, 32);
    /** A whole number of 64 bits. */
    public static final SqlType<Long> BIGINT = new IntegerType<>(Long.class, 64);
    /** An exact decimal of the database's widest precision; give {@link #NUMERIC(int, int)} for one that is the same everywhere. */
    public static final SqlType<BigDecimal> NUMERIC = new DecimalType(0, 0);
    /** A floating-point number of 32 bits. */
    public static final SqlType<Float> REAL = new FloatType<>(Float.class);
    /** A floating-point number of 64 bits. */
    public static final SqlType<Double> DOUBLE = new FloatType<>(Double.class);
    /** True or false. */
    public static final SqlType<Boolean> BOOLEAN = new BooleanType();
    /** Text without a limit. */
    public static final SqlType<String> TEXT = new StringType(StringType.Form.TEXT, 0);
    /** Bytes without a limit. */
    public static final SqlType<byte[]> BLOB = new BinaryType(0);
    /** A UUID. */
    public static final SqlType<java.util.UUID> UUID = new UuidType();
    /** A day of the calendar. */
    public static final SqlType<LocalDate> DATE = new TemporalType<>(TemporalType.Form.DATE, LocalDate.class);
    /** A time of day, to the microsecond. */
    public static final SqlType<LocalTime> TIME = new TemporalType<>(TemporalType.Form.TIME, LocalTime.class);
    /** A wall clock's reading, to the microsecond. */
    public static final SqlType<LocalDateTime> TIMESTAMP =
            new TemporalType<>(TemporalType.Form.TIMESTAMP, LocalDateTime.class);
    /** A point in time, to the microsecond. */
    public static final SqlType<Instant> TIMESTAMPTZ = new TemporalType<>(TemporalType.Form.TIMESTAMPTZ, Instant.class);
    /** A point in time as an {@code OffsetDateTime}, which comes back in UTC. */
    public static final SqlType<OffsetDateTime> TIMESTAMPTZ_OFFSET =
            new TemporalType<>(TemporalType.Form.TIMESTAMPTZ, OffsetDateTime.class);
    /** A whole number of 8 bits. */
    public static final SqlType<Byte> TINYINT = SMALLINT.convert(Byte.class, Types::byteOf, Byte::shortValue);
    /** A whole number of 38 digits. */
    public static final SqlType<BigInteger> BIGINTEGER =
            new DecimalType(38, 0).convert(BigInteger.class, BigDecimal::toBigIntegerExact, BigDecimal::new);
    /** A whole number of 32 bits that is not negative. */
    public static final SqlType<Long> UNSIGNED_INTEGER = new UnsignedType<>(Long.class, 32);
    /** A whole number of 64 bits that is not negative. */
    public static final SqlType<BigInteger> UNSIGNED_BIGINT = new UnsignedType<>(BigInteger.class, 64);
    /** A year of the calendar. */
    public static final SqlType<Year> YEAR = SMALLINT.convert(Year.class, Year::of, year -> (short) year.getValue());
    /** A length of time, to the microsecond. */
    public static final SqlType<Duration> INTERVAL = new DurationType();
    /** A length of calendar time: years, months and days, kept as text. */
    public static final SqlType<Period> PERIOD =
            new StringType(StringType.Form.VARCHAR, 40).convert(Period.class, Period::parse, Period::toString);
    /** A time of day with its distance from UTC, to the microsecond. */
    public static final SqlType<OffsetTime> TIMETZ = new OffsetTimeType();
    /** A point in time as a {@code ZonedDateTime}, which comes back in UTC. */
    public static final SqlType<ZonedDateTime> TIMESTAMPTZ_ZONED =
            TIMESTAMPTZ.convert(ZonedDateTime.class, point -> point.atZone(ZoneOffset.UTC), ZonedDateTime::toInstant);
    /** An address of a host or a network. */
    public static final SqlType<String> INET = new NamedType("INET");
    /** An address of a network. */
    public static final SqlType<String> CIDR = new NamedType("CIDR");
    /** An address of the sixth version of the Internet protocol, or of the fourth. */
    public static final SqlType<String> INET6 = new NamedType("INET6");
    /** An address of a network card. */
    public static final SqlType<String> MACADDR = new NamedType("MACADDR");
    /** Text that is compared without regard to case. */
    public static final SqlType<String> CITEXT = new NamedType("CITEXT");
    /** XML. */
    public static final SqlType<String> XML = new NamedType("XML");
    /** A text prepared for searching. */
    public static final SqlType<String> TSVECTOR = new NamedType("TSVECTOR");
    /** A search of texts. */
    public static final SqlType<String> TSQUERY = new NamedType("TSQUERY");
    /** A path in JSON. */
    public static final SqlType<String> JSONPATH = new NamedType("JSONPATH");
    /** Text of any length, by its name in the standard. */
    public static final SqlType<String> CLOB = TEXT;
    /** A wall clock's reading, by another name. */
    public static final SqlType<LocalDateTime> DATETIME = TIMESTAMP;
    /** A floating-point number, by another name. */
    public static final SqlType<Double> FLOAT = DOUBLE;
    /** JSON. */
    public static final SqlType<Json> JSON = new JsonType();
    /** A type that is not known. */
    public static final SqlType<Object> NULL = new NullType();

    private static final Map<Class<?>, SqlType<?>> BY_CLASS = Map.ofEntries(
            Map.entry(Short.class, SMALLINT),
            Map.entry(Integer.class, INTEGER),
            Map.entry(Long.class, BIGINT),
            Map.entry(BigDecimal.class, NUMERIC),
            Map.entry(Float.class, REAL),
            Map.entry(Double.class, DOUBLE),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(String.class, TEXT),
            Map.entry(byte[].class, BLOB),
            Map.entry(UUID.class, UUID),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(LocalDateTime.class, TIMESTAMP),
            Map.entry(Instant.class, TIMESTAMPTZ),
            Map.entry(OffsetDateTime.class, TIMESTAMPTZ_OFFSET),
            Map.entry(ZonedDateTime.class, TIMESTAMPTZ_ZONED),
            Map.entry(OffsetTime.class, TIMETZ),
            Map.entry(Duration.class, INTERVAL),
            Map.entry(Period.class, PERIOD),
            Map.entry(Year.class, YEAR),
            Map.entry(BigInteger.class, BIGINTEGER),
            Map.entry(Byte.class, TINYINT),
            Map.entry(Json.class, JSON));

    private Types() {}

    /** An exact decimal. */
    public static SqlType<BigDecimal> NUMERIC(int precision, int scale) {
        return new DecimalType(precision, scale);
    }

    /** Text of at most so many characters. */
    public static SqlType<String> VARCHAR(int length) {
        return new StringType(StringType.Form.VARCHAR, length);
    }

    /** Text of exactly so many characters, padded with spaces. */
    public static SqlType<String> CHAR(int length) {
        return new StringType(StringType.Form.CHAR, length);
    }

    /** At most so many bytes. */
    public static SqlType<byte[]> VARBINARY(int length) {
        return new BinaryType(length);
    }

    /** An enum, stored as the names of its constants. */
    public static <E extends Enum<E>> SqlType<E> enumeration(Class<E> javaType) {
        return EnumType.of(javaType);
    }

    /** An enum, stored as texts of one's own, which must be different. */
    public static <E extends Enum<E>> SqlType<E> enumeration(Class<E> javaType, Function<E, String> label) {
        return EnumType.labelled(javaType, label);
    }

    /**
     * An enum as a type of the database, where there is such; else as {@link #enumeration(Class)}.
     *
     * @param name the type's name, of small letters, digits and underscores
     */
    public static <E extends Enum<E>> SqlType<E> nativeEnum(Class<E> javaType, String name) {
        return new NativeEnumType<>(EnumType.of(javaType), name);
    }

    /** Some constants of an enum, stored by their names. */
    public static <E extends Enum<E>> SqlType<Set<E>> set(Class<E> javaType) {
        return new SetType<>(EnumType.of(javaType));
    }

    /** So many bits, from 1 to 64, as a text of 0 and 1. */
    public static SqlType<String> BIT(int length) {
        return new BitType(length);
    }

    /** One of these texts. */
    public static SqlType<String> choice(String... texts) {
        return new ChoiceType(List.of(texts));
    }

    /**
     * Objects of a class as JSON, written and read by a library of the program's.
     *
     * @param mapping the library; types of equal mappings are equal
     */
    public static <T> SqlType<T> json(Class<T> javaType, JsonMapping mapping) {
        return new MappedJsonType<>(javaType, mapping);
    }

    /**
     * A type of some database's own, sent and read as its text; a database that lacks it says so when a statement is compiled.
     *
     * @param name its name, such as {@code BIT VARYING(8)}
     */
    public static SqlType<String> named(String name) {
        return new NamedType(name);
    }

    private static byte byteOf(short value) {
        if (value != (byte) value) {
            throw new IllegalArgumentException(value + " is no TINYINT, which is from -128 to 127");
        }
        return (byte) value;
    }

    /** The values between two bounds, on PostgreSQL: of INTEGER, BIGINT, NUMERIC, DATE, TIMESTAMP or TIMESTAMPTZ. */
    public static <T extends Comparable<? super T>> SqlType<Range<T>> range(SqlType<T> element) {
        return new RangeType<>(element);
    }

    /** Several ranges in their order, on PostgreSQL. */
    public static <T extends Comparable<? super T>> SqlType<List<Range<T>>> multirange(SqlType<T> element) {
        return new MultirangeType<>(new RangeType<>(element));
    }

    /** A list of values, on databases that have arrays. */
    public static <E> SqlType<List<E>> array(SqlType<E> element) {
        return new ArrayType<>(element);
    }

    /** The type that a Java class has when nothing else is said; none for a class that no type has. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the map pairs each class with a type of it
    public static <T> Optional<SqlType<T>> of(Class<T> javaType) {
        if (javaType.isEnum()) {
            return Optional.of((SqlType<T>) EnumType.of((Class) javaType));
        }
        return Optional.ofNullable((SqlType<T>) BY_CLASS.get(javaType));
    }

    /**
     * The type of a value.
     *
     * @throws IllegalArgumentException if no type has the value's class; name the type then
     */
    @SuppressWarnings("unchecked") // of() gives a type of the value's own class
    public static <T> SqlType<T> ofValue(T value) {
        Class<?> javaType = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        return (SqlType<T>) of(javaType)
                .orElseThrow(() -> new IllegalArgumentException("no SQL type is known for " + javaType.getName()
                        + ": give the type, as in value(x, SOME_TYPE)"));
    }
}
