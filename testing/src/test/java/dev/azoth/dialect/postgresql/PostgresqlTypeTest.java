package dev.azoth.dialect.postgresql;

import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.compliance.EveryType;
import dev.azoth.testing.compliance.RoundTrip;
import dev.azoth.testing.compliance.Zones;
import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnDatabase("postgresql")
class PostgresqlTypeTest {
    private static Engine with(Database db, String parameters) {
        return Engine.create(db.url() + (db.url().contains("?") ? "&" : "?") + parameters);
    }

    /** The driver sends and reads text or binary values, depending on how often a statement ran, or on these settings. */
    @ParameterizedTest
    @ValueSource(
            strings = {"prepareThreshold=0", "prepareThreshold=-1", "binaryTransfer=false", "preferQueryMode=simple"})
    void everyTypeComesBackInEveryFormatOfTheDriver(String format, Database db) {
        try (Engine engine = with(db, format)) {
            new EveryType(engine).numbers();
            new EveryType(engine).unusualNumbers();
            new EveryType(engine).texts();
        }
    }

    /** The first and the last that Java has are PostgreSQL's infinities. */
    @ParameterizedTest
    @ValueSource(strings = {"prepareThreshold=0", "prepareThreshold=-1"})
    void datesAndTimesDoNotDependOnTheTimeZone(String format, Database db) {
        Zones.each(() -> {
            try (Engine engine = with(db, format)) {
                new EveryType(engine).times();
                RoundTrip trip = new RoundTrip(engine);
                trip.sorted(Types.DATE, LocalDate.MIN, LocalDate.MAX);
                trip.sorted(Types.TIMESTAMP, LocalDateTime.MIN, LocalDateTime.MAX);
                trip.sorted(Types.TIMESTAMPTZ, Instant.MIN, Instant.MAX);
                trip.sorted(Types.TIMESTAMPTZ_OFFSET, OffsetDateTime.MIN, OffsetDateTime.MAX);
            }
        });
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
