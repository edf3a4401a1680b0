package dev.azoth.dialect.h2;

import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.azoth.DataException;
import dev.azoth.dialect.Travel;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnDatabase("h2")
class H2TypeTest {
    enum Mood {
        HAPPY,
        SAD
    }

    @Test
    void everyTypeComesBack(Database db) {
        Travel travel = new Travel(db.engine());
        travel.of(Types.SMALLINT, Short.MIN_VALUE, (short) 0, Short.MAX_VALUE);
        travel.of(Types.INTEGER, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        travel.of(Types.BIGINT, Long.MIN_VALUE, 0L, Long.MAX_VALUE);
        travel.of(Types.BOOLEAN, true, false);
        travel.of(Types.NUMERIC, new BigDecimal("1E+100"), new BigDecimal("-1E-100"), BigDecimal.ZERO);
        travel.of(Types.NUMERIC(5, 2), new BigDecimal("999.99"), new BigDecimal("-0.01"));
        travel.of(Types.REAL, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 0.1f);
        travel.of(Types.DOUBLE, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 0.1);
        travel.of(Types.TEXT, "", "NULL", "a\\b'c\"d{e},f", "a\0b", "😀", "\uD83D", "x".repeat(1_000_000));
        travel.of(Types.VARCHAR(3), "", "abc");
        travel.of(Types.CHAR(3), "abc", "   ", "a  ");
        travel.of(Types.BLOB, new byte[0], new byte[] {0, 92, 39, -1}, new byte[1_000_000]);
        travel.of(Types.UUID, new UUID(0, 0), new UUID(-1, -1));
        travel.of(Types.enumeration(Mood.class), Mood.HAPPY, Mood.SAD);
        travel.of(Types.JSON, Json.NULL, Json.parse("{\"a\": [1, \"x\\\"\\\\,{}'\"]}"), Json.parse("1.50"));
        travel.of(
                Types.BIGINT.convert(UUID.class, n -> new UUID(0, n), UUID::getLeastSignificantBits),
                new UUID(0, 7),
                new UUID(0, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Amsterdam", "Pacific/Apia", "America/St_Johns"})
    void datesAndTimesDoNotDependOnTheTimeZone(String zone, Database db) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            dates(new Travel(db.engine()));
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
                LocalDate.of(9999, 12, 31));
        travel.of(Types.TIME, LocalTime.MIDNIGHT, LocalTime.of(2, 30, 0, 1_000), LocalTime.of(23, 59, 59, 999_999_000));
        travel.of(
                Types.TIMESTAMP,
                LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000),
                LocalDateTime.of(1582, 10, 10, 12, 0),
                LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
        travel.of(
                Types.TIMESTAMPTZ,
                Instant.parse("0001-01-01T00:00:00.000001Z"),
                Instant.parse("1880-06-01T12:00:00.123456Z"),
                Instant.parse("2024-10-27T00:30:00Z"),
                Instant.parse("2024-10-27T01:30:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"));
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
                .hasMessageStartingWith("Value too long for column \"code CHARACTER VARYING(3)\"\n");
    }

    @Test
    void aNumberIsRoundedInManyRowsAsInOne(Database db) {
        MetaData metadata = new MetaData();
        Column<BigDecimal> price = Column.of("price", Types.NUMERIC(5, 2));
        Table table = Table.of(metadata, "prices", price);
        metadata.createAll(db.engine());
        BigDecimal fine = new BigDecimal("1.236");
        db.engine().begin(c -> {
            c.execute(insert(table).values(price, fine));
            c.execute(insert(table), List.of(Map.of(price, fine), Map.of(price, fine)));
            assertThat(c.execute(select(price)).all()).containsOnly(new BigDecimal("1.24"));
            assertThat(c.execute(select(price).where(price.in(fine))).all()).isEmpty();
        });
    }

    @Test
    void aValueOfUnknownTypeIsReadAsJavaHasIt(Database db) {
        assertThat(unknown(db, "DATE '2024-02-29'")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(unknown(db, "TIME '23:59:59.999999'")).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(unknown(db, "TIMESTAMP '2024-03-31 02:30:00'")).isEqualTo(LocalDateTime.of(2024, 3, 31, 2, 30));
        assertThat(unknown(db, "TIMESTAMP WITH TIME ZONE '2024-03-31 02:30:00+00'"))
                .isEqualTo(Instant.parse("2024-03-31T02:30:00Z"));
        assertThat(unknown(db, "JSON '{\"a\": 1}'")).isEqualTo(Json.parse("{\"a\": 1}"));
        assertThat(unknown(db, "ARRAY[DATE '2024-02-29', NULL]"))
                .asInstanceOf(LIST)
                .containsExactly(LocalDate.of(2024, 2, 29), null);
        assertThat(unknown(db, "CAST('x' AS CLOB)")).isEqualTo("x");
        assertThat(unknown(db, "CAST(X'0102' AS BLOB)")).isEqualTo(new byte[] {1, 2});
        assertThat(unknown(db, "X'0102'")).isEqualTo(new byte[] {1, 2});
    }

    private static Object unknown(Database db, String sql) {
        return db.engine()
                .transaction(c -> c.execute(select(expression(sql, Types.NULL))).one());
    }
}
