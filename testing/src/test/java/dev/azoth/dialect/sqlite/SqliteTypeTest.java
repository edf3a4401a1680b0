package dev.azoth.dialect.sqlite;

import static dev.azoth.sql.Sql.charLength;
import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnDatabase("sqlite")
class SqliteTypeTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
    static final Column<Integer> count = Column.of("count", Types.INTEGER);
    static final Column<BigDecimal> price = Column.of("price", Types.NUMERIC(10, 2));
    static final Column<Instant> at = Column.of("at", Types.TIMESTAMPTZ);
    static final Table thing = Table.of(METADATA, "thing", id, count, price, at);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .begin(c -> c.execute(insert(thing)
                        .columns(id, count, price, at)
                        .row(1, Integer.MAX_VALUE, new BigDecimal("0.10"), Instant.parse("2024-06-01T12:30:00.123456Z"))
                        .row(2, Integer.MAX_VALUE, new BigDecimal("0.20"), null)
                        .row(3, null, new BigDecimal("7.00"), null)));
    }

    private static <T> T read(Database db, Expression<T> expression) {
        return db.engine()
                .transaction(c -> c.execute(select(expression).from(thing).where(id.eq(1)))
                        .one());
    }

    @Test
    void aDecimalWithMoreDigitsThanAreKeptIsRefused(Database db) {
        assertThatThrownBy(() -> read(db, value(new BigDecimal("1234567890123.456"))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "1234567890123.456 has more than the 15 digits that SQLite keeps of a number: round it, or"
                                + " store it as text or in whole smallest units");
        assertThat(read(db, value(new BigDecimal("9223372036854775807")))).isEqualByComparingTo("9223372036854775807");
        assertThatThrownBy(() -> read(db, value(new BigDecimal("9223372036854775808"))))
                .isInstanceOf(DataException.class);
    }

    @Test
    void decimalsAreReckonedWithAsDecimals(Database db) {
        db.expect(select(sum(price)).from(thing).where(id.lt(3)))
                .sql("SELECT sum(thing.price) FROM thing WHERE thing.id < ?")
                .rows(new BigDecimal("0.30"));
        db.expect(select(price.dividedBy(new BigDecimal("2"))).where(id.eq(3)))
                .sql("SELECT CAST(thing.price AS REAL) / ? FROM thing WHERE thing.id = ?")
                .rows(new BigDecimal("3.50"));
        db.expect(select(price.modulo(new BigDecimal("2.5"))).where(id.eq(3)))
                .sql("SELECT mod(thing.price, ?) FROM thing WHERE thing.id = ?")
                .rows(new BigDecimal("2.00"));
    }

    @Test
    void aWholeNumberIsReadAsItIsOrNotAtAll(Database db) {
        assertThatThrownBy(() -> db.engine()
                        .transaction(
                                c -> c.execute(select(sum(count)).from(thing)).one()))
                .hasMessageContaining("4294967294, which is no whole number from -2147483648 to 2147483647");
        db.engine().begin(c -> {
            c.execute(text("UPDATE thing SET count = 'many' WHERE id = 1"));
            assertThatThrownBy(() -> c.execute(select(count).where(id.eq(1))).one())
                    .hasMessageContaining("holds many");
            c.rollback();
        });
    }

    @Test
    void whatSqliteWouldChangeIsRefused(Database db) {
        assertThatThrownBy(() -> read(db, value(Double.NaN)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("SQLite stores no NaN");
        assertThatThrownBy(() -> read(db, value(Float.NaN))).isInstanceOf(DataException.class);
        assertThat(read(db, value(Double.NEGATIVE_INFINITY))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> read(db, value("a\uD83Db"))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> read(db, value(LocalDate.of(10_000, 1, 1))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the year of +10000-01-01");
    }

    @Test
    void aNulIsKeptButEndsTheTextForFunctions(Database db) {
        assertThat(read(db, value("a\0b"))).isEqualTo("a\0b");
        assertThat(read(db, charLength(value("a\0b")))).isEqualTo(1);
    }

    @Test
    void arraysAreRefusedWhenCompiled(Database db) {
        assertThatThrownBy(() -> db.engine().compile(select(value(List.of(1), Types.array(Types.INTEGER)))))
                .isInstanceOf(CompileException.class)
                .hasMessageMatching("SQLite 3\\.\\d+\\.\\d+ has no arrays \\(INTEGER\\[]\\)");
    }

    @Test
    void castsRoundAndCutAsElsewhere(Database db) {
        assertThat(read(db, value(2.5).cast(Types.INTEGER))).isEqualTo(3);
        assertThat(read(db, value(new BigDecimal("2.346")).cast(Types.NUMERIC(5, 2))))
                .isEqualTo(new BigDecimal("2.35"));
        assertThat(read(db, value("abcdef").cast(Types.VARCHAR(3)))).isEqualTo("abc");
        assertThat(read(db, value("12").cast(Types.BIGINT))).isEqualTo(12L);
        assertThat(read(db, at.cast(Types.DATE))).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(read(db, at.cast(Types.TIME))).isEqualTo(LocalTime.of(12, 30, 0, 123_456_000));
        assertThat(read(db, at.cast(Types.TIMESTAMP))).isEqualTo(LocalDateTime.of(2024, 6, 1, 12, 30, 0, 123_456_000));
        assertThat(read(db, value(LocalDate.of(2024, 6, 1)).cast(Types.TIMESTAMPTZ)))
                .isEqualTo(Instant.parse("2024-06-01T00:00:00Z"));
        assertThat(read(db, value("2024-06-01T12:30:00.5+02:00").cast(Types.TIMESTAMPTZ)))
                .isEqualTo(Instant.parse("2024-06-01T10:30:00.5Z"));
    }

    /** As SQLite's functions and other programs write them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-06-01 12:30:00",
                "2024-06-01T12:30:00Z",
                "2024-06-01 12:30",
                "2024-06-01 14:30:00+02:00",
                "2024-06-01 12:30:00.000000Z"
            })
    void otherFormsOfTimeAreReadToo(String stored, Database db) {
        assertThat(read(db, expression("'" + stored + "'", Types.TIMESTAMPTZ)))
                .isEqualTo(Instant.parse("2024-06-01T12:30:00Z"));
    }
}
