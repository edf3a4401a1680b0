package dev.azoth.dialect.duckdb;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.IntegrityException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that go past SQL into a table are those that an INSERT would have made. */
@OnDatabase("duckdb")
class DuckdbAppendTest {
    private enum Mood {
        HAPPY,
        SAD
    }

    private static String last(Database db) {
        return db.statements().sql().get(db.statements().count() - 1);
    }

    private static Table table(Database db, String name, Column<?>... columns) {
        MetaData metadata = new MetaData();
        Table table = Table.of(metadata, name, columns);
        metadata.createAll(db.engine());
        return table;
    }

    @Test
    void everyTypeIsAppendedAsItIsInserted(Database db) {
        Table all = table(
                db,
                "Ever\"y",
                Column.of("a", Types.SMALLINT),
                Column.of("b", Types.INTEGER),
                Column.of("c", Types.BIGINT),
                Column.of("d", Types.REAL),
                Column.of("e", Types.DOUBLE),
                Column.of("f", Types.BOOLEAN),
                Column.of("g", Types.NUMERIC(38, 10)),
                Column.of("h", Types.NUMERIC),
                Column.of("i", Types.TEXT),
                Column.of("j", Types.CHAR(3)),
                Column.of("k", Types.BLOB),
                Column.of("l", Types.UUID),
                Column.of("m", Types.DATE),
                Column.of("n", Types.TIME),
                Column.of("o", Types.TIMESTAMP),
                Column.of("p", Types.TIMESTAMPTZ),
                Column.of("q", Types.TIMESTAMPTZ_OFFSET),
                Column.of("r", Types.JSON),
                Column.of("s", Types.enumeration(Mood.class)),
                Column.of("t", Types.nativeEnum(Mood.class, "mood")),
                Column.of("u", Types.INTERVAL),
                Column.of("v", Types.TINYINT),
                Column.of("w", Types.TEXT.sensitive()),
                Column.of("x", Types.INTEGER));
        List<Column<?>> given = all.columns().subList(0, all.columns().size() - 1);
        List<@Nullable Object[]> rows = List.of(
                new Object[] {
                    Short.MIN_VALUE,
                    Integer.MAX_VALUE,
                    Long.MIN_VALUE,
                    Float.NaN,
                    Double.NEGATIVE_INFINITY,
                    true,
                    new BigDecimal("9".repeat(28) + "." + "9".repeat(10)),
                    new BigDecimal("1E+3"),
                    "a\0😀'",
                    "é",
                    new byte[] {0, -1},
                    new UUID(-1, -1),
                    LocalDate.of(1, 1, 1),
                    LocalTime.of(23, 59, 59, 999_999_999),
                    LocalDateTime.of(1582, 10, 10, 2, 30, 0, 1_999),
                    Instant.parse("0001-01-01T00:00:00.000001Z"),
                    OffsetDateTime.parse("9999-12-31T23:59:59.999999+00:00"),
                    Json.NULL,
                    Mood.SAD,
                    Mood.HAPPY,
                    Duration.ofNanos(-1_500_001_000L),
                    (byte) -128,
                    ""
                },
                new Object[given.size()],
                new Object[] {
                    (short) 1,
                    2,
                    3L,
                    Float.MIN_VALUE,
                    -0.0,
                    false,
                    new BigDecimal("-0.00000000005"),
                    new BigDecimal("0.5"),
                    "",
                    "",
                    new byte[0],
                    new UUID(0, 0),
                    LocalDate.of(9999, 12, 31),
                    LocalTime.MIDNIGHT,
                    LocalDateTime.of(2024, 3, 31, 2, 30),
                    Instant.parse("2024-10-27T00:30:00Z"),
                    OffsetDateTime.parse("2024-06-01T12:00:00+05:30"),
                    Json.parse("{\"a\":[1.50,null]}"),
                    Mood.HAPPY,
                    Mood.SAD,
                    Duration.ZERO,
                    (byte) 127,
                    "secret"
                });

        db.engine().begin(connection -> {
            connection.execute(insert(all), ParameterRows.of(given, rows));
            List<List<String>> inserted = read(connection, all);
            connection.execute(delete(all));
            assertThat(connection.copyIn(all, ParameterRows.of(given, rows))).isEqualTo(3);
            assertThat(last(db)).startsWith("append to \"Ever\"\"y\" (a, b, c,");
            assertThat(read(connection, all)).isEqualTo(inserted);
        });
    }

    private static List<List<String>> read(Connection connection, Table table) {
        return connection.execute(select(table)).all().stream()
                .map(row -> row.values().stream()
                        .map(value -> value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value))
                        .toList())
                .toList();
    }

    @Test
    void whatHasDefaultsOrOtherTypesIsInserted(Database db) {
        Column<Integer> n = Column.of("n", Types.INTEGER);
        Table numbered =
                table(db, "numbered", Column.of("id", Types.BIGINT).primaryKey().identity(), n);
        Table defaulted =
                table(db, "defaulted", Column.of("d", Types.INTEGER).serverDefault(5), Column.of("n", Types.INTEGER));
        Table other = table(db, "other", Column.of("n", Types.SMALLINT));
        Table declared = Table.of(new MetaData(), "other", Column.of("n", Types.INTEGER));
        for (Table each : List.of(numbered, defaulted, declared)) {
            assertThat(db.engine().copyIn(each, List.of(Map.of("n", 7)))).isEqualTo(1);
            assertThat(last(db)).startsWith("INSERT INTO ");
        }
        db.engine().begin(connection -> {
            assertThat(connection
                            .execute(select(numbered.column("id", Long.class)))
                            .one())
                    .isEqualTo(1L);
            assertThat(connection
                            .execute(select(defaulted.column("d", Integer.class)))
                            .one())
                    .isEqualTo(5);
            assertThat(connection
                            .execute(select(other.column("n", Short.class)))
                            .one())
                    .isEqualTo((short) 7);
        });
    }

    @Test
    void whatIsRefusedLeavesNothing(Database db) {
        Column<BigDecimal> price = Column.of("price", Types.NUMERIC(4, 2));
        Column<Integer> n = Column.of("n", Types.INTEGER).primaryKey();
        Table priced = table(db, "priced", price, n);
        List<Column<?>> columns = List.of(price, n);
        List<@Nullable Object[]> repeated = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            repeated.add(new Object[] {BigDecimal.ONE, i == 9_000 ? 1 : i});
        }

        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(() -> connection.copyIn(priced, ParameterRows.of(columns, repeated)))
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageStartingWith("PRIMARY KEY or UNIQUE constraint violation")
                    .hasMessageNotContaining("\"1\"");
            connection.rollback();
            List<@Nullable Object[]> large =
                    List.of(new Object[] {BigDecimal.ONE, 1}, new Object[] {new BigDecimal("100"), 2});
            assertThatThrownBy(() -> connection.copyIn(priced, ParameterRows.of(columns, large)))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.row()).hasValue(1))
                    .hasMessageContaining("100 does not fit into DECIMAL(4,2)");
            List<@Nullable Object[]> none = List.<Object[]>of(new Object[] {BigDecimal.ONE, null});
            assertThat(connection.execute(select(n)).all()).isEmpty();
            assertThatThrownBy(() -> connection.copyIn(priced, ParameterRows.of(columns, none)))
                    .isInstanceOfSatisfying(
                            IntegrityException.class,
                            e -> assertThat(e.error().column()).isEqualTo("n"));
        }
    }
}
