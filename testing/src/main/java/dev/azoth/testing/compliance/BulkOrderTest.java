package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Warehouse.METADATA;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TIMESTAMP;
import static dev.azoth.type.Types.UUID;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many rows return comes back in the order in which they were given, whatever the table's key. */
@EveryDatabase
class BulkOrderTest {
    private static final MetaData METADATA = new MetaData();

    private static final Column<Long> id = Column.of("id", BIGINT).primaryKey().identity();
    private static final Column<String> code =
            Column.of("code", VARCHAR(20)).notNull().unique();
    private static final Column<Integer> stock = Column.of("stock", INTEGER);
    private static final Table part = Table.of(METADATA, "part", id, code, stock);

    private static final Column<UUID> key = Column.of("key", UUID).primaryKey();
    private static final Column<Integer> weight = Column.of("weight", INTEGER).serverDefault(3);
    private static final Table parcel = Table.of(METADATA, "parcel", key, weight);

    private static final Column<LocalDateTime> at = Column.of("at", TIMESTAMP);
    private static final Column<Integer> level = Column.of("level", INTEGER);
    private static final Table reading = Table.of(METADATA, "reading", at, level);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> {
            connection.execute(delete(part));
            connection.execute(delete(parcel));
            connection.execute(delete(reading));
        });
    }

    /** Rows with numbers from 0 on, not in order. */
    private static List<@Nullable Object[]> rows(int number) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            rows.add(new Object[] {"c" + i, i});
        }
        Collections.shuffle(rows, new Random(number));
        return rows;
    }

    private static List<Object> second(List<@Nullable Object[]> rows) {
        return rows.stream().map(row -> row[1]).toList();
    }

    private static <T> List<T> run(Connection connection, Insert<T> insert, List<@Nullable Object[]> rows) {
        return connection
                .execute(insert, ParameterRows.of(List.of(code, stock), rows))
                .all();
    }

    /** A bug: of an upsert, they came as the database gave them. */
    @Test
    @Requires(Capability.INSERT_RETURNING)
    void ofAnUpsertByItsKey(Database db) {
        List<@Nullable Object[]> rows = rows(3_000);
        var upsert = insert(part)
                .onConflict(code)
                .doUpdate(x -> x.setExcluded(stock))
                .returning(stock);
        db.engine().begin(connection -> {
            List<@Nullable Object[]> there = new ArrayList<>(rows.subList(500, 2_000));
            Collections.reverse(there);
            connection.execute(insert(part), ParameterRows.of(List.of(code, stock), there));
            assertThat(run(connection, upsert, rows)).isEqualTo(second(rows));
            assertThat(connection.execute(select(count()).from(part)).one()).isEqualTo(3_000L);
        });
    }

    @Test
    @Requires({Capability.INSERT_RETURNING, Capability.KEYLESS_RETURNING})
    void ofAnUpsertThatLeavesRowsAloneWithoutThem(Database db) {
        List<@Nullable Object[]> rows = rows(100);
        var upsert = insert(part).onConflict(code).doNothing().returning(stock);
        db.engine().begin(connection -> {
            connection.execute(insert(part), ParameterRows.of(List.of(code, stock), rows.subList(10, 20)));

            List<Object> expected = new ArrayList<>(second(rows));
            if (db.has(Capability.UNTOUCHED_ROWS)) {
                expected.removeAll(second(rows.subList(10, 20)));
            }
            assertThat(run(connection, upsert, rows)).isEqualTo(expected);
        });
    }

    @Test
    @Requires(Capability.INSERT_RETURNING)
    void ofAnInsertByTheKeyThatItsRowsHave(Database db) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(new Object[] {new UUID(new Random(i).nextLong(), i), i});
        }
        ParameterRows given = ParameterRows.of(List.of(key, weight), rows);
        db.engine().begin(connection -> {
            assertThat(connection
                            .execute(insert(parcel).returning(weight), given)
                            .all())
                    .isEqualTo(second(rows));
        });
    }

    @Test
    @Requires({Capability.INSERT_RETURNING, Capability.KEYLESS_RETURNING})
    void ofAnInsertWithNoKeyOneRowAfterTheOther(Database db) {
        List<ColumnReference<?>> columns = List.of(at, level);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(new Object[] {LocalDateTime.of(2026, 1, 1, 0, (i * 7) % 20), i});
        }
        db.engine().begin(connection -> {
            int before = db.statements().count();
            assertThat(connection
                            .execute(insert(reading).returning(level), ParameterRows.of(columns, rows))
                            .all())
                    .isEqualTo(second(rows));
            assertThat(db.statements().count() - before).isEqualTo(20);
        });
    }
}
