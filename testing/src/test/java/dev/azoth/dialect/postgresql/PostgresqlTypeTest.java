package dev.azoth.dialect.postgresql;

import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.dialect.Travel;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnDatabase("postgresql")
class PostgresqlTypeTest {
    enum Mood {
        HAPPY,
        SAD
    }

    private static Engine with(Database db, String parameters) {
        return Engine.create(db.url() + (db.url().contains("?") ? "&" : "?") + parameters);
    }

    /** The driver sends and reads text or binary values, depending on how often a statement ran, or on these settings. */
    @ParameterizedTest
    @ValueSource(
            strings = {"prepareThreshold=0", "prepareThreshold=-1", "binaryTransfer=false", "preferQueryMode=simple"})
    void everyTypeComesBackInEveryFormatOfTheDriver(String format, Database db) {
        try (Engine engine = with(db, format)) {
            Travel travel = new Travel(engine);
            travel.of(Types.SMALLINT, Short.MIN_VALUE, (short) 0, Short.MAX_VALUE);
            travel.of(Types.INTEGER, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
            travel.of(Types.BIGINT, Long.MIN_VALUE, 0L, Long.MAX_VALUE);
            travel.of(Types.BOOLEAN, true, false);
            travel.of(Types.NUMERIC, new BigDecimal("1E+100"), new BigDecimal("-1E-100"), BigDecimal.ZERO);
            travel.of(Types.NUMERIC(5, 2), new BigDecimal("999.99"), new BigDecimal("-0.01"));
            travel.of(Types.REAL, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 0.1f);
            travel.of(Types.DOUBLE, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 0.1);
            travel.of(Types.TEXT, "", "NULL", "a\\b'c\"d{e},f", "\\x41", "😀", "\\");
            travel.of(Types.VARCHAR(3), "", "abc", "😀😀😀");
            travel.of(Types.CHAR(3), "abc", "   ", "a  ");
            travel.of(Types.BLOB, new byte[0], new byte[] {0, 92, 39, -1});
            travel.of(Types.UUID, new UUID(0, 0), new UUID(-1, -1));
            travel.of(Types.enumeration(Mood.class), Mood.HAPPY, Mood.SAD);
            travel.of(Types.JSON, Json.NULL, Json.parse("{\"a\": [1, \"x\\\"\\\\,{}\"]}"), Json.parse("1.50"));
            travel.of(
                    Types.BIGINT.convert(UUID.class, n -> new UUID(0, n), UUID::getLeastSignificantBits),
                    new UUID(0, 7),
                    new UUID(0, 8));
        }
    }

    /** Amsterdam's offset had seconds until 1940, and its clocks skip an hour in March; Apia skipped a day in 2011. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Amsterdam", "Pacific/Apia", "America/St_Johns"})
    void datesAndTimesDoNotDependOnTheTimeZone(String zone, Database db) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            for (String format : List.of("prepareThreshold=0", "prepareThreshold=-1")) {
                try (Engine engine = with(db, format)) {
                    dates(new Travel(engine));
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void dates(Travel travel) {
        travel.of(
                Types.DATE,
                LocalDate.of(1, 1, 1),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(2011, 12, 30),
                LocalDate.of(9999, 12, 31),
                LocalDate.MIN,
                LocalDate.MAX);
        travel.of(Types.TIME, LocalTime.MIDNIGHT, LocalTime.of(2, 30, 0, 1_000), LocalTime.of(23, 59, 59, 999_999_000));
        travel.of(
                Types.TIMESTAMP,
                LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000),
                LocalDateTime.of(1582, 10, 10, 12, 0),
                LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.MIN,
                LocalDateTime.MAX);
        travel.of(
                Types.TIMESTAMPTZ,
                Instant.parse("0001-01-01T00:00:00.000001Z"),
                Instant.parse("1880-06-01T12:00:00.123456Z"),
                Instant.parse("2024-10-27T00:30:00Z"),
                Instant.parse("2024-10-27T01:30:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                Instant.MIN,
                Instant.MAX);
        travel.of(
                Types.TIMESTAMPTZ_OFFSET,
                OffsetDateTime.parse("2024-06-01T12:00:00.000001Z"),
                OffsetDateTime.MIN,
                OffsetDateTime.MAX);
    }

    @Test
    void aYearOutsideOfFourDigitsIsRefused(Database db) {
        assertThatThrownBy(() -> run(db, value(LocalDate.of(10_000, 1, 1))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the year of +10000-01-01 is not from 1 to 9999");
        assertThatThrownBy(() -> run(db, value(Instant.parse("0000-12-31T23:59:59Z"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the year of 0000-12-31T23:59:59Z is not from 1 to 9999");
    }

    @Test
    void aNumericThatIsNoNumberIsAClearError(Database db) {
        assertThatThrownBy(() -> run(
                        db, expression("CAST('NaN' AS numeric)", Types.NUMERIC).as("ratio")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "ratio: NUMERIC has the value NaN, which BigDecimal lacks: read it with cast(DOUBLE)\n  statement   ");
        assertThat(run(
                        db,
                        expression("CAST('-Infinity' AS numeric)", Types.NUMERIC)
                                .cast(Types.DOUBLE)))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void textThatCannotBeStoredIsRefusedByEveryWay(Database db) {
        Column<String> text = Column.of("text", Types.TEXT);
        Table table = Table.of(new MetaData(), "not_made", text);
        for (String bad : List.of("a\0b", "a\uD83Db", "\uDE00")) {
            assertThatThrownBy(() -> run(db, value(bad))).isInstanceOf(DataException.class);
            assertThatThrownBy(() ->
                            db.engine().begin(c -> c.execute(select(text).where(text.in("x", bad)))))
                    .isInstanceOf(DataException.class);
            assertThatThrownBy(() -> db.engine()
                            .begin(c -> c.execute(insert(table), List.of(Map.of(text, "x"), Map.of(text, bad)))))
                    .isInstanceOf(DataException.class);
        }
        assertThatThrownBy(() -> run(db, value("a\0b")))
                .hasMessageContaining(
                        "the character at index 1 of the text is NUL, which this database cannot store in text");
        assertThatThrownBy(() -> run(db, value("a\uD83Db")))
                .hasMessageContaining("the character at index 1 of the text, U+D83D, is half of a surrogate pair");
    }

    @Test
    void aTextTooLongForItsColumnIsRefusedInManyRowsToo(Database db) {
        MetaData metadata = new MetaData();
        Column<String> code = Column.of("code", Types.VARCHAR(3));
        Table table = Table.of(metadata, "short_codes", code);
        metadata.createAll(db.engine());
        assertThatThrownBy(() -> db.engine()
                        .begin(c -> c.execute(insert(table), List.of(Map.of(code, "abc"), Map.of(code, "abcd")))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("value too long for type character varying(3)");
    }

    @Test
    void aPaddedTextEqualsItselfWithAndWithoutItsSpaces(Database db) {
        MetaData metadata = new MetaData();
        Column<String> code = Column.of("code", Types.CHAR(5));
        Table table = Table.of(metadata, "padded", code);
        metadata.createAll(db.engine());
        db.engine().begin(c -> {
            String read =
                    c.execute(insert(table).values(code, "ab").returning(code)).one();
            assertThat(read).isEqualTo("ab   ");
            assertThat(c.execute(select(code).where(code.eq(read), code.eq("ab"), code.in(read), code.in("ab")))
                            .all())
                    .containsExactly(read);
        });
    }

    /** The driver's own classes for dates depend on the time zone, and say less than Java's. */
    @Test
    void aValueOfUnknownTypeIsReadAsJavaHasIt(Database db) {
        assertThat(unknown(db, "DATE '2024-02-29'")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(unknown(db, "TIME '23:59:59.999999'")).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(unknown(db, "TIMESTAMP '2024-03-31 02:30'")).isEqualTo(LocalDateTime.of(2024, 3, 31, 2, 30));
        assertThat(unknown(db, "TIMESTAMP WITH TIME ZONE '2024-03-31 02:30+00'"))
                .isEqualTo(Instant.parse("2024-03-31T02:30:00Z"));
        assertThat(unknown(db, "CAST('{\"a\": 1}' AS jsonb)")).isEqualTo(Json.parse("{\"a\": 1}"));
        assertThat(unknown(db, "ARRAY[1, 2]")).isEqualTo(List.of(1, 2));
        assertThat(unknown(db, "ARRAY[DATE '2024-02-29']")).isEqualTo(List.of(LocalDate.of(2024, 2, 29)));
        assertThat(unknown(db, "CAST('(1,2)' AS point)")).isEqualTo("(1.0,2.0)");
        assertThat(unknown(db, "CAST('1 day' AS interval)")).isInstanceOf(String.class);
        assertThat(unknown(db, "CAST('192.168.0.1' AS inet)")).isEqualTo("192.168.0.1");
        assertThat(unknown(db, "'\\x0102'::bytea".replace("::", "\\:\\:"))).isEqualTo(new byte[] {1, 2});
    }

    @Test
    void soAreTheColumnsOfText(Database db) {
        List<Object> values = db.engine()
                .transaction(c -> c.execute(text("SELECT DATE '2024-02-29' AS a, now() AS b, ARRAY['x'] AS c, 1 AS d"))
                        .one())
                .values();
        assertThat(values.get(0)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(values.get(1)).isInstanceOf(Instant.class);
        assertThat(values.subList(2, 4)).isEqualTo(List.of(List.of("x"), 1));
    }

    private static Object unknown(Database db, String sql) {
        return run(db, expression(sql, Types.NULL));
    }

    private static <T> T run(Database db, Expression<T> expression) {
        return db.engine().transaction(c -> c.execute(select(expression)).one());
    }

    @Test
    void aTypeWithoutArraysIsInsertedRowByRow(Database db) {
        SqlType<List<Integer>> type = Types.array(Types.INTEGER);
        MetaData metadata = new MetaData();
        Column<List<Integer>> numbers = Column.of("numbers", type);
        Table table = Table.of(metadata, "lists", numbers);
        metadata.createAll(db.engine());
        db.engine()
                .begin(c -> assertThat(c.execute(
                                        insert(table).returning(numbers),
                                        List.of(Map.of(numbers, List.of(1)), Map.of(numbers, List.of())))
                                .all())
                        .containsExactly(List.of(1), List.of()));
    }
}
