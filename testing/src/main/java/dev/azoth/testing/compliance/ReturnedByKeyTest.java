package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.avg;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes return, where a database returns it or not: there the rows are found by their keys. */
@EveryDatabase
class ReturnedByKeyTest {
    private static final MetaData METADATA = new MetaData();
    private static final Plans plan = new Plans();
    private static final Parts part = new Parts();

    /** A key of two columns, one of which has digits that compare equal and are not. */
    static final class Plans extends Table {
        final Column<String> code = column("code", VARCHAR(30)).primaryKey();
        final Column<BigDecimal> step = column("step", NUMERIC(6, 2)).primaryKey();
        final Column<String> body = column("body", TEXT);

        Plans() {
            super("plan", METADATA);
        }
    }

    static final class Parts extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey().identity();
        final Column<String> name = column("name", VARCHAR(30)).notNull().unique();
        final Column<Integer> stock = column("stock", INTEGER).notNull().serverDefault(5);

        Parts() {
            super("part_by_key", METADATA);
        }
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> {
            connection.execute(delete(plan));
            connection.execute(delete(part));
        });
    }

    private static List<List<Object>> values(List<Row> rows) {
        return rows.stream().map(Row::values).toList();
    }

    @Test
    @Requires(Capability.INSERT_RETURNING)
    void insertedRows(Database db) {
        db.engine().begin(connection -> {
            assertThat(values(connection
                            .execute(insert(part)
                                    .columns(part.name)
                                    .row("b")
                                    .row("a")
                                    .returning(part.name, part.stock.plus(literal(1))))
                            .all()))
                    .containsExactlyInAnyOrder(List.of("b", 6), List.of("a", 6));
            assertThat(connection
                            .execute(
                                    insert(part)
                                            .values(part.name, parameter("name", TEXT))
                                            .returning(part.name),
                                    Map.of("name", "'; --"))
                            .one())
                    .isEqualTo("'; --");
            assertThat(connection
                            .execute(insert(plan)
                                    .values(plan.code, "a")
                                    .values(plan.step, new BigDecimal("1.5"))
                                    .returning(plan.step))
                            .one())
                    .isEqualByComparingTo("1.50");
        });
    }

    @Test
    @Requires(Capability.INSERT_RETURNING)
    void manyInsertedRowsInTheirOrder(Database db) {
        List<Map<String, Object>> rows = IntStream.range(0, 2_500)
                .mapToObj(i -> Map.<String, Object>of("name", "n" + (i * 7) % 2_500, "stock", i))
                .toList();
        db.engine().begin(connection -> {
            assertThat(connection
                            .execute(insert(part).returning(part.name), rows)
                            .all())
                    .isEqualTo(rows.stream().map(row -> row.get("name")).toList());
            List<Map<Column<?>, Object>> steps = List.of(
                    Map.of(plan.code, "a", plan.step, new BigDecimal("2.5"), plan.body, "2"),
                    Map.of(plan.code, "a", plan.step, new BigDecimal("1.50"), plan.body, "1"));
            assertThat(connection
                            .execute(insert(plan).returning(plan.body), steps)
                            .all())
                    .containsExactly("2", "1");
        });
    }

    @Test
    @Requires({Capability.UPSERT, Capability.INSERT_RETURNING})
    void rowsOfAnUpsert(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(part).columns(part.name).row("a").row("b"));
            Insert<Row> upsert = insert(part)
                    .values(part.name, "b")
                    .values(part.stock, 2)
                    .onConflict(part.name)
                    .doUpdate(x -> x.set(part.stock, part.stock.plus(x.excluded(part.stock))))
                    .returning(part.name, part.stock);
            assertThat(values(connection.execute(upsert).all())).containsExactly(List.of("b", 7));
        });
    }

    @Test
    @Requires(Capability.UPDATE_RETURNING)
    void updatedRows(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(part).columns(part.name).row("a").row("b").row("c"));
            var raised = update(part)
                    .set(part.stock, 9)
                    .where(part.name.in("a", "b"), part.stock.lt(parameter("most", INTEGER)))
                    .returning(part.name, part.stock);
            var result = connection.execute(raised, Map.of("most", 9));
            assertThat(values(result.all())).containsExactlyInAnyOrder(List.of("a", 9), List.of("b", 9));
            // a row that meets the condition no more comes back all the same
            assertThat(connection.execute(raised, Map.of("most", 9)).all()).isEmpty();
            // and so does one in which nothing changes
            assertThat(connection.execute(raised, Map.of("most", 10)).all()).hasSize(2);
        });
    }

    @Test
    @Requires(Capability.DELETE_RETURNING)
    void deletedRows(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(plan)
                    .columns(plan.code, plan.step, plan.body)
                    .row("a", new BigDecimal("1"), "1")
                    .row("a", new BigDecimal("2"), null)
                    .row("b", new BigDecimal("1"), "3"));
            List<Row> gone = connection
                    .execute(delete(plan).where(plan.code.eq("a")).returning(plan))
                    .all();
            assertThat(gone).extracting(row -> row.get(plan.body)).containsExactlyInAnyOrder("1", null);
            assertThat(connection.execute(select(plan.code)).all()).containsExactly("b");
            assertThat(connection
                            .execute(delete(plan).orderBy(plan.code).limit(3).returning(plan.body))
                            .all())
                    .containsExactly("3");
        });
    }

    @Test
    @Requires(Capability.UPDATE_RETURNING)
    void manyRowsAreChangedAtOnceAndByWhatWasThereBefore(Database db) {
        try (Connection connection = db.engine().connect()) {
            connection.execute(
                    insert(part),
                    IntStream.range(0, 2_500)
                            .mapToObj(i -> Map.of(part.id, i + 1, part.name, "part " + i, part.stock, i))
                            .toList());
            var below = part.as("below");
            List<Integer> stocks = connection
                    .execute(update(part)
                            .set(part.stock, part.stock.plus(10_000))
                            .where(part.stock.lt(
                                    select(avg(below.get(part.stock)).cast(INTEGER))
                                            .from(below)
                                            .scalar()))
                            .returning(part.stock))
                    .all();
            assertThat(stocks).hasSizeBetween(1_240, 1_260).allMatch(stock -> stock >= 10_000);
        }
    }
}
