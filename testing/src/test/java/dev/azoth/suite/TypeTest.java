package dev.azoth.suite;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes in comes out: in a value, in a filter, in a list, in many rows, and returned. */
@EveryDatabase
class TypeTest {
    enum Mood {
        HAPPY,
        SAD
    }

    record Money(long cents) {}

    private final MetaData metadata = new MetaData();
    private int tables;

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private <T> void roundTrip(Database db, SqlType<T> type, T... values) {
        roundTrip(true, db, type, values);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private <T> void roundTrip(boolean comparable, Database db, SqlType<T> type, T... values) {
        Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
        Column<T> v = Column.of("v", type);
        Table table = Table.of(metadata, "typed_" + ++tables, id, v);
        metadata.createAll(db.engine());
        try {
            db.engine().begin(connection -> roundTrips(connection, comparable, table, id, v, values));
        } finally {
            metadata.dropAll(db.engine());
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static <T> void roundTrips(
            Connection connection, boolean comparable, Table table, Column<Integer> id, Column<T> v, T... values) {
        SqlType<T> type = v.type();
        for (T value : values) {
            connection.execute(insert(table).values(id, 1).values(v, value));
            same(type, connection.execute(select(v)).one(), value);
            if (comparable) {
                assertThat(connection.execute(select(id).where(v.eq(value))).all())
                        .as("%s = %s", type.name(), value)
                        .containsExactly(1);
                assertThat(connection
                                .execute(select(id).where(v.in(List.of(value, values[0]))))
                                .all())
                        .as("%s in a list with %s", type.name(), value)
                        .containsExactly(1);
            }
            connection.execute(delete(table));
        }
        manyRows(connection, table, id, v, values);
        connection.execute(delete(table));
        connection.execute(insert(table).values(id, 1).values(v, (T) null));
        assertThat(connection.execute(select(v)).all()).containsOnlyNulls();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static <T> void manyRows(Connection connection, Table table, Column<Integer> id, Column<T> v, T... values) {
        List<Map<Column<?>, Object>> rows = new ArrayList<>();
        for (int i = 0; i <= values.length; i++) {
            Map<Column<?>, Object> row = new LinkedHashMap<>();
            row.put(id, i);
            row.put(v, i < values.length ? values[i] : null);
            rows.add(row);
        }
        connection.execute(insert(table), rows);
        List<T> read = connection.execute(select(v).orderBy(id)).all();
        assertThat(read).hasSize(values.length + 1).last().isNull();
        for (int i = 0; i < values.length; i++) {
            same(v.type(), read.get(i), values[i]);
        }
    }

    private static <T> void same(SqlType<T> type, T actual, T expected) {
        assertThat(actual).isInstanceOf(type.javaType());
        assertThat(type.same(actual, expected))
                .as("%s: %s is read as %s", type.name(), expected, actual)
                .isTrue();
    }

    @Test
    void wholeNumbers(Database db) {
        roundTrip(db, Types.SMALLINT, (short) 0, Short.MIN_VALUE, Short.MAX_VALUE);
        roundTrip(db, Types.INTEGER, 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
        roundTrip(db, Types.BIGINT, 0L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    void decimals(Database db) {
        roundTrip(
                db,
                Types.NUMERIC(15, 4),
                new BigDecimal("0"),
                new BigDecimal("-0.0001"),
                new BigDecimal("99999999999.9999"),
                new BigDecimal("1E+3"));
    }

    @Test
    void floatingPointNumbers(Database db) {
        roundTrip(db, Types.DOUBLE, 0.0, 0.1, -1e300, 1e-300, Math.PI);
        roundTrip(false, db, Types.REAL, 0.0f, 0.1f, -1e30f, 1e-30f, 16_777_216f);
    }

    @Test
    void booleans(Database db) {
        roundTrip(db, Types.BOOLEAN, true, false);
    }

    @Test
    void texts(Database db) {
        roundTrip(
                db,
                Types.VARCHAR(20),
                "",
                "a",
                "ä€😀",
                "  ",
                "x".repeat(20),
                "😀".repeat(10)); // H2 counts UTF-16 units
        roundTrip(db, Types.TEXT, "", "x".repeat(100_000));
    }

    @Test
    void bytes(Database db) {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        roundTrip(db, Types.BLOB, new byte[0], all, new byte[200_000]);
        roundTrip(db, Types.VARBINARY(300), new byte[0], all);
    }

    @Test
    void uuids(Database db) {
        roundTrip(
                db,
                Types.UUID,
                new UUID(0, 0),
                new UUID(-1, -1),
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
    }

    @Test
    void datesAndTimes(Database db) {
        roundTrip(db, Types.DATE, LocalDate.of(2024, 2, 29), LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31));
        roundTrip(db, Types.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000), LocalTime.of(2, 30));
        roundTrip(
                db,
                Types.TIMESTAMP,
                // not there in a zone that springs forward: a wall clock's reading is no point in time
                LocalDateTime.of(2024, 3, 31, 2, 30),
                LocalDateTime.of(1000, 1, 1, 0, 0),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
    }

    @Test
    void pointsInTime(Database db) {
        roundTrip(
                db,
                Types.TIMESTAMPTZ,
                // the hour that comes twice when Europe's summer ends
                Instant.parse("2024-10-27T00:30:00Z"),
                Instant.parse("2024-10-27T01:30:00Z"),
                Instant.EPOCH,
                Instant.parse("1000-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"));
        roundTrip(db, Types.TIMESTAMPTZ_OFFSET, OffsetDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000, ZoneOffset.UTC));
    }

    @Test
    void anOffsetIsTheSamePointInTimeInUtc(Database db) {
        Column<OffsetDateTime> v = Column.of("v", Types.TIMESTAMPTZ_OFFSET);
        Table table =
                Table.of(metadata, "offset_time", Column.of("id", Types.INTEGER).primaryKey(), v);
        metadata.createAll(db.engine());
        OffsetDateTime bombay = OffsetDateTime.parse("2024-06-01T12:00:00+05:30");
        db.engine().begin(connection -> {
            connection.execute(
                    insert(table).values(table.column("id", Integer.class), 1).values(v, bombay));
            assertThat(connection.execute(select(v).where(v.eq(bombay))).one())
                    .isEqualTo(OffsetDateTime.parse("2024-06-01T06:30:00Z"));
        });
        metadata.dropAll(db.engine());
    }

    @Test
    void enums(Database db) {
        roundTrip(db, Types.enumeration(Mood.class), Mood.HAPPY, Mood.SAD);
    }

    @Test
    void anUnknownConstantIsAnErrorThatNamesItsPlace(Database db) {
        Table stored = Table.of(metadata, "mood", Column.of("mood", Types.VARCHAR(10)));
        metadata.createAll(db.engine());
        Column<Mood> mood = Column.of("mood", Types.enumeration(Mood.class));
        Table.of(new MetaData(), "mood", mood);
        db.engine().begin(connection -> {
            connection.execute(text("INSERT INTO mood (mood) VALUES ('ANGRY')"));
            assertThatThrownBy(() -> connection.execute(select(mood)).all())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("mood.mood: \"ANGRY\" is no value of dev.azoth.suite.TypeTest$Mood,"
                            + " whose labels are [HAPPY, SAD]");
        });
        assertThat(stored.columns()).hasSize(1);
        metadata.dropAll(db.engine());
    }

    @Test
    void json(Database db) {
        roundTrip(
                false,
                db,
                Types.JSON,
                Json.NULL,
                Json.parse("{}"),
                Json.parse("{\"a\": [1, 2.5, null, true, \"x'\\\"😀\"], \"b\": {\"c\": \"\\\\\"}}"),
                Json.parse("\"text\""),
                Json.parse("12345678901234"));
    }

    @Test
    void convertedTypes(Database db) {
        SqlType<Money> money = Types.BIGINT.convert(Money.class, Money::new, Money::cents);
        roundTrip(db, money, new Money(0), new Money(-5));
    }

    @Test
    void finerPartsThanMicrosecondsAreCut(Database db) {
        Column<Instant> v = Column.of("v", Types.TIMESTAMPTZ);
        Table table =
                Table.of(metadata, "fine_time", Column.of("id", Types.INTEGER).primaryKey(), v);
        metadata.createAll(db.engine());
        Instant fine = Instant.parse("2024-06-01T12:00:00.123456789Z");
        db.engine().begin(connection -> {
            connection.execute(
                    insert(table).values(table.column("id", Integer.class), 1).values(v, fine));
            assertThat(connection.execute(select(v)).one()).isEqualTo(Instant.parse("2024-06-01T12:00:00.123456Z"));
            assertThat(connection.execute(select(v).where(v.eq(fine))).all()).hasSize(1);
        });
        metadata.dropAll(db.engine());
    }

    @Test
    void arraysWhereThereAreSome(Database db) {
        SqlType<List<String>> type = Types.array(Types.TEXT);
        if (List.of("sqlite", "mysql", "mariadb").contains(db.name())) {
            assertThatThrownBy(() -> roundTrip(db, type, List.of()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("array");
            return;
        }
        roundTrip(false, db, type, List.of(), List.of("a", "", "{\"'\\,}", "😀"), Arrays.asList("a", null));
        roundTrip(false, db, Types.array(Types.INTEGER), List.of(1, Integer.MIN_VALUE));
    }
}
