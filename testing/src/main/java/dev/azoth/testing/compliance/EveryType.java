package dev.azoth.testing.compliance;

import dev.azoth.engine.Engine;
import dev.azoth.type.Json;
import dev.azoth.type.JsonMapping;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.type.TypeDecorator;
import dev.azoth.type.Types;
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
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Values at the edges of each type, which every database keeps. */
public final class EveryType {
    private static final int ELEMENTS = 1 << 16;

    private final RoundTrip trip;
    private final String dialect;
    private final TypeFacts facts;

    private record Money(long cents) {}

    private enum Mood {
        HAPPY,
        SAD
    }

    /** Values for the database of an engine. */
    public EveryType(Engine engine) {
        this.trip = new RoundTrip(engine);
        this.dialect = engine.dialect().name();
        this.facts = TypeFacts.of(dialect);
    }

    /** Whole numbers, fractions and booleans. */
    public void numbers() {
        trip.sorted(Types.SMALLINT, Short.MAX_VALUE, (short) 0, Short.MIN_VALUE);
        trip.sorted(Types.INTEGER, Integer.MAX_VALUE, 0, Integer.MIN_VALUE);
        trip.sorted(Types.BIGINT, Long.MAX_VALUE, 0L, (1L << 53) + 1, Long.MIN_VALUE);
        trip.of(Types.BOOLEAN, true, false);
        trip.sorted(
                Types.NUMERIC,
                BigDecimal.ZERO,
                new BigDecimal("123456789.123456"),
                new BigDecimal("1E+3"),
                new BigDecimal("-0.000001"));
        trip.sorted(
                Types.NUMERIC(10, 2),
                new BigDecimal("12345678.90"),
                new BigDecimal("9"),
                new BigDecimal("-99999999.99"),
                new BigDecimal("0.10"));
        trip.sorted(
                Types.NUMERIC(15, 4), new BigDecimal("-0.0001"), new BigDecimal("99999999999.9999"), BigDecimal.ONE);
        BigDecimal whole = new BigDecimal(BigInteger.TEN.pow(facts.digits()).subtract(BigInteger.ONE));
        trip.sorted(Types.NUMERIC(facts.digits(), 0), whole, BigDecimal.ZERO, whole.negate());
        BigDecimal small = whole.movePointLeft(10);
        trip.sorted(Types.NUMERIC(facts.digits(), 10), small, new BigDecimal("1E-10"), small.negate());
        trip.sorted(Types.NUMERIC(18, 0), new BigDecimal("999999999999999999"), new BigDecimal("-1"));
        trip.sorted(
                Types.REAL,
                Math.nextUp(1.2345f),
                Float.MIN_VALUE,
                Float.MAX_VALUE,
                -Float.MAX_VALUE,
                -0.1f,
                16_777_215f,
                0f);
        trip.sorted(
                Types.DOUBLE,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                0.1,
                Math.PI,
                -1e-300,
                Double.MIN_NORMAL,
                Double.MIN_VALUE,
                1.0e22,
                0d);
        notFinite();
        trip.of(Types.BIGINT.convert(Money.class, Money::new, Money::cents), new Money(0), new Money(-5));
    }

    /** Infinities and NaN, which are refused where they cannot be stored, and never made something else. */
    private void notFinite() {
        if (facts.infinite()) {
            trip.sorted(Types.REAL, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 1f);
            trip.sorted(Types.DOUBLE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1d);
        } else {
            trip.keptOrRefused(Types.REAL, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
            trip.keptOrRefused(Types.DOUBLE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        if (facts.notANumber()) {
            trip.of(Types.REAL, Float.NaN, 1f);
            trip.of(Types.DOUBLE, Double.NaN, 1d);
        } else {
            trip.keptOrRefused(Types.REAL, Float.NaN);
            trip.keptOrRefused(Types.DOUBLE, Double.NaN);
        }
    }

    /** Types made of others, and those that only some databases have by themselves. */
    public void further() {
        trip.sorted(Types.TINYINT, Byte.MAX_VALUE, (byte) 0, Byte.MIN_VALUE);
        BigInteger most = BigInteger.TEN.pow(facts.digits()).subtract(BigInteger.ONE);
        trip.sorted(Types.BIGINTEGER, most, BigInteger.ZERO, most.negate());
        trip.sorted(Types.UNSIGNED_INTEGER, 0xFFFF_FFFFL, 0L, 1L);
        trip.of(
                Types.UNSIGNED_BIGINT,
                facts.digits() < 20
                        ? BigInteger.TEN.pow(15)
                        : BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE),
                BigInteger.ZERO);
        trip.sorted(Types.YEAR, Year.of(9999), Year.of(1), Year.of(Short.MIN_VALUE), Year.of(Short.MAX_VALUE));
        trip.sorted(
                Types.INTERVAL,
                Duration.ofDays(100_000).plusNanos(999_999_000),
                Duration.ofDays(-3_652_059),
                Duration.ZERO,
                Duration.ofNanos(-1_500_001_000L),
                Duration.ofHours(-49),
                Duration.ofNanos(1_000));
        trip.of(
                Types.PERIOD,
                Period.of(1, 2, 3),
                Period.ZERO,
                Period.of(-9999, 0, -1),
                Period.of(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE));
        trip.of(
                Types.TIMETZ,
                OffsetTime.parse("23:59:59.999999+05:30"),
                OffsetTime.parse("00:00:00Z"),
                OffsetTime.parse("02:30:00.000001-11:00"));
        trip.of(Types.enumeration(Mood.class, mood -> "m'" + mood.name().charAt(0)), Mood.HAPPY, Mood.SAD);
        trip.of(Types.nativeEnum(Mood.class, "mood"), Mood.HAPPY, Mood.SAD);
        trip.of(Types.choice("it's", "", "ü"), "it's", "", "ü");
        trip.of(Types.BIT(8), "00000000", "11111111", "00000101");
        trip.of(Types.BIT(64), "1".repeat(64), "0".repeat(63) + "1");
        trip.of(Types.set(Mood.class), Set.of(Mood.SAD), Set.of(), Set.of(Mood.HAPPY, Mood.SAD));
        trip.of(new Cents(), new Money(0), new Money(-5));
        trip.of(
                Types.INTEGER.on(dialect, Types.BIGINT.convert(Integer.class, Long::intValue, Integer::longValue)),
                1,
                2);
        trip.of(Types.json(Money.class, new Moneys()), new Money(1), new Money(Long.MAX_VALUE));
        trip.of(Types.VARCHAR(9).declared("VARCHAR(9)"), "a", "");
        trip.ofLarge(Types.TEXT.sensitive(), "a", "");
    }

    private static final class Cents extends TypeDecorator<Money, Long> {
        Cents() {
            super(Money.class);
        }

        @Override
        protected SqlType<Long> base(ServerInfo server) {
            return Types.BIGINT;
        }

        @Override
        protected Long write(Money value) {
            return value.cents();
        }

        @Override
        protected Money read(Long stored) {
            return new Money(stored);
        }
    }

    /** A library in small. */
    private record Moneys() implements JsonMapping {
        @Override
        public String write(Object value) {
            return "{\"cents\":" + ((Money) value).cents() + "}";
        }

        @Override
        public <T> T read(String json, Class<T> type) {
            return type.cast(new Money((Long) Json.parse(json).object().get("cents")));
        }
    }

    /** More digits than any but PostgreSQL and H2 keep. */
    public void unusualNumbers() {
        trip.of(Types.NUMERIC, new BigDecimal("1E+100"), new BigDecimal("-1E-100"));
    }

    /** The types whose values were sent so far. */
    Set<SqlType<?>> sent() {
        return trip.sent();
    }

    /** Texts, bytes, and what is kept as either. */
    public void texts() {
        trip.sorted(Types.VARCHAR(40), "b", "A", "a", " a ", "a ", "x'y\"z`\\%_;--", "😀é\t\n", "\\0\\'", "");
        trip.of(Types.VARCHAR(3), "", "abc");
        trip.of(Types.CHAR(5), "abc  ", "12345", "     ");
        trip.of(Types.TEXT, "日本語", "NULL", "it''s \\ back\\", "{a,\"b'}", "\\x41", "\u0001\u001a\r\n", "😀", "");
        trip.ofLarge(Types.TEXT, "x".repeat(1 << 20), "a");
        if (facts.characters()) {
            trip.of(Types.VARCHAR(3), "😀😀😀", "abc");
            trip.of(Types.CHAR(5), "é😀   ", "12345");
        }
        if (facts.nul()) {
            trip.ofLarge(Types.TEXT, "a\0b", "\0");
            trip.of(Types.JSON, Json.parse("{\"n\":\"\\u0000\"}"));
        }
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        trip.of(Types.BLOB, all, new byte[0], new byte[] {0, 1, -1, 39, 92});
        trip.ofLarge(Types.BLOB, new byte[1 << 20], new byte[1]);
        trip.of(Types.VARBINARY(300), all, new byte[] {0, 0});
        trip.of(Types.UUID, new UUID(0, 0), new UUID(-1, -1), UUID.fromString("12345678-1234-1234-1234-123456789abc"));
        trip.of(Types.enumeration(Mood.class), Mood.HAPPY, Mood.SAD);
        trip.of(
                Types.JSON,
                Json.parse("{\"a\":[1,2.5,\"x'\\\\y\\\",{}\",null,true],\"ü\":\"😀\"}"),
                Json.parse("\"s\""),
                Json.parse("12.50"),
                Json.parse("9007199254740993"),
                Json.parse("12345678901234"),
                Json.parse("{}"),
                Json.NULL,
                Json.parse("[]"));
    }

    /** What takes much room: texts, bytes, JSON and arrays of 16 MB, JSON as deep as it may be. */
    public void large() {
        String letters = "é".repeat(facts.largest() / 2);
        trip.huge(Types.TEXT, letters);
        trip.huge(Types.JSON, Json.of(letters.substring(0, letters.length() / 2)));
        byte[] all = new byte[facts.largest()];
        new Random(2).nextBytes(all);
        trip.huge(Types.BLOB, all);
        if (facts.arrays()) {
            // as many elements as H2 takes
            trip.huge(
                    Types.array(Types.TEXT),
                    IntStream.range(0, ELEMENTS)
                            .mapToObj(i -> "x".repeat(facts.largest() / ELEMENTS) + i)
                            .toList());
        }
        trip.ofLarge(Types.TEXT, "é".repeat(1 << 21), "");
        byte[] bytes = new byte[1 << 22];
        new Random(1).nextBytes(bytes);
        trip.ofLarge(Types.BLOB, bytes, new byte[0]);
        trip.ofLarge(
                Types.JSON,
                Json.parse("[".repeat(facts.jsonDepth()) + "]".repeat(facts.jsonDepth())),
                Json.parse("{\"a\":".repeat(facts.jsonDepth()) + "null" + "}".repeat(facts.jsonDepth())));
    }

    /** Days before the calendar's reform, as the calendar of today counts them. */
    private void early() {
        trip.sorted(
                Types.DATE,
                LocalDate.of(9999, 12, 31),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(1000, 1, 1),
                LocalDate.of(1, 1, 1));
        trip.sorted(
                Types.TIMESTAMP,
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000),
                LocalDateTime.of(1582, 10, 10, 12, 0));
        trip.sorted(
                Types.TIMESTAMPTZ,
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                Instant.parse("0001-01-01T00:00:00.000001Z"));
        trip.of(Types.TIMESTAMPTZ_OFFSET, OffsetDateTime.parse("0001-01-01T00:00:00.000001Z"));
        trip.of(Types.TIMESTAMPTZ_ZONED, ZonedDateTime.parse("0001-01-01T00:00:00Z"));
    }

    /** Dates and times, among them hours that clocks skip or repeat. */
    public void times() {
        if (facts.early()) {
            early();
        }
        trip.sorted(Types.DATE, LocalDate.of(9999, 12, 31), LocalDate.of(2011, 12, 30), LocalDate.of(2024, 2, 29));
        trip.sorted(
                Types.TIME, LocalTime.of(23, 59, 59, 999_999_000), LocalTime.of(2, 30, 0, 1_000), LocalTime.MIDNIGHT);
        trip.sorted(
                Types.TIMESTAMP,
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000),
                LocalDateTime.of(2038, 1, 20, 0, 0));
        trip.sorted(
                Types.TIMESTAMPTZ,
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                Instant.EPOCH,
                Instant.parse("1880-06-01T12:00:00.123456Z"),
                Instant.parse("2024-10-27T00:30:00Z"),
                Instant.parse("2024-10-27T01:30:00Z"),
                Instant.parse("2038-01-20T00:00:00Z"));
        trip.sorted(
                Types.TIMESTAMPTZ_OFFSET,
                OffsetDateTime.parse("9999-12-31T23:59:59.999999Z"),
                OffsetDateTime.parse("2024-06-01T12:00:00.000001Z"),
                OffsetDateTime.parse("1969-12-31T23:59:59.999999Z"));
        trip.sorted(
                Types.TIMESTAMPTZ_ZONED,
                ZonedDateTime.parse("9999-12-31T23:59:59.999999Z"),
                ZonedDateTime.parse("2024-10-27T00:30:00Z"),
                ZonedDateTime.parse("2024-03-31T01:59:59.999999Z"));
    }
}
