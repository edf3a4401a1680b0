package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Row;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.Update;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates and deletes that read other tables, or their own, and those of a few rows. */
@EveryDatabase
class RowChangeTest {
    private static final MetaData METADATA = new MetaData();
    private static final Parts part = new Parts();
    private static final Deliveries delivery = new Deliveries();

    static final class Parts extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> name = column("name", VARCHAR(20)).notNull();
        final Column<Integer> stock = column("stock", INTEGER).notNull();

        Parts() {
            super("part", METADATA);
        }
    }

    static final class Deliveries extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<Integer> part = column("part_id", INTEGER).notNull();
        final Column<Integer> stock = column("stock", INTEGER).notNull();
        final Column<String> name = column("name", VARCHAR(20)).notNull();

        Deliveries() {
            super("delivery", METADATA);
        }
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void fill(Database db) {
        db.engine().begin(connection -> {
            connection.execute(delete(part));
            connection.execute(delete(delivery));
            connection.execute(insert(part)
                    .columns(part.id, part.name, part.stock)
                    .row(1, "bolt", 10)
                    .row(2, "nut", 20)
                    .row(3, "cog", 30));
            connection.execute(insert(delivery)
                    .columns(delivery.id, delivery.part, delivery.stock, delivery.name)
                    .row(1, 1, 5, "long bolt")
                    .row(2, 3, 7, "big cog")
                    .row(3, 9, 1, "?"));
        });
    }

    private static List<String> parts(Connection connection) {
        return connection.execute(select(part.name, part.stock).orderBy(part.id)).all().stream()
                .map(row -> row.get(part.name) + " " + row.get(part.stock))
                .toList();
    }

    private static final Update<Row> DELIVERED = update(part)
            .from(delivery)
            .set(part.stock, part.stock.plus(delivery.stock))
            .set(part.name, delivery.name)
            .where(delivery.part.eq(part.id), delivery.stock.gt(1));

    @Test
    void valuesComeFromAnotherTable(Database db) {
        db.engine().begin(connection -> {
            assertThat(connection.execute(DELIVERED).rowCount()).isEqualTo(2);
            assertThat(parts(connection)).containsExactly("long bolt 15", "nut 20", "big cog 37");
        });
        String where = "delivery.part_id = part.id AND delivery.stock > ?";
        String several = "UPDATE part, delivery SET part.stock = part.stock + delivery.stock, part.name = delivery.name"
                + " WHERE " + where;
        db.expect(DELIVERED)
                .sql("mysql", several)
                .sql("mariadb", several)
                .sql(
                        "h2",
                        "UPDATE part SET (stock, name) = (SELECT part.stock + delivery.stock, delivery.name FROM delivery"
                                + " WHERE " + where + " LIMIT 1) WHERE EXISTS (SELECT 1 FROM delivery WHERE " + where
                                + ")")
                .sql("UPDATE part SET stock = part.stock + delivery.stock, name = delivery.name FROM delivery WHERE "
                        + where);
    }

    @Test
    void severalTablesAndQueriesAreRead(Database db) {
        TableAlias other = part.as("other");
        var arrived = select(delivery.part, sum(delivery.stock).as("pieces"))
                .groupBy(delivery.part)
                .subquery("arrived");
        db.engine().begin(connection -> {
            connection.execute(insert(delivery).values(Map.of("id", 4, "part_id", 1, "stock", 100, "name", "b")));
            connection.execute(update(part)
                    .from(arrived, other)
                    .set(part.stock, other.get(part.stock))
                    .where(
                            arrived.get(delivery.part).eq(part.id),
                            other.get(part.name).eq("nut")));
            assertThat(parts(connection)).containsExactly("bolt 20", "nut 20", "cog 20");
        });
    }

    /** Which of two matching rows is taken is not said; the row is changed once, and by one of them. */
    @Test
    void aRowThatSeveralMeetIsChangedOnce(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(delivery).values(Map.of("id", 4, "part_id", 1, "stock", 100, "name", "b")));
            assertThat(connection.execute(DELIVERED).rowCount()).isEqualTo(2);
            assertThat(parts(connection).get(0)).isIn("long bolt 15", "b 110");
        });
    }

    @Test
    void rowsAreDeletedByAnotherTable(Database db) {
        Delete<Row> delivered = delete(part).using(delivery).where(delivery.part.eq(part.id), delivery.stock.gt(1));
        db.engine().begin(connection -> {
            connection.execute(insert(delivery).values(Map.of("id", 4, "part_id", 1, "stock", 100, "name", "b")));
            assertThat(connection.execute(delivered).rowCount()).isEqualTo(2);
            assertThat(parts(connection)).containsExactly("nut 20");
        });
        String where = "delivery.part_id = part.id AND delivery.stock > ?";
        String exists = "DELETE FROM part WHERE EXISTS (SELECT 1 FROM delivery WHERE " + where + ")";
        String several = "DELETE part FROM part, delivery WHERE " + where;
        db.expect(delivered)
                .sql("mysql", several)
                .sql("mariadb", several)
                .sql("sqlite", exists)
                .sql("h2", exists)
                .sql("DELETE FROM part USING delivery WHERE " + where);
    }

    @Test
    void rowsAreDeletedByAnotherRowOfTheTable(Database db) {
        TableAlias other = part.as("other");
        db.engine().begin(connection -> {
            connection.execute(
                    delete(part).using(other).where(other.get(part.stock).gt(part.stock)));
            assertThat(parts(connection)).containsExactly("cog 30");
        });
    }

    @Test
    @Requires(Capability.UPDATE_RETURNING)
    void rowsComeBackThoughOthersAreRead(Database db) {
        db.engine().begin(connection -> {
            assertThat(connection.execute(DELIVERED.returning(part.stock)).all())
                    .containsExactlyInAnyOrder(15, 37);
            assertThat(connection
                            .execute(delete(part)
                                    .using(delivery)
                                    .where(delivery.part.eq(part.id))
                                    .returning(part.id))
                            .all())
                    .containsExactlyInAnyOrder(1, 3);
        });
    }

    @Test
    @Requires(Capability.SOURCES_RETURNING)
    void columnsOfTheOthersComeBackWhereTheyCan(Database db) {
        var both = DELIVERED.returning(part.id, delivery.id);
        db.engine()
                .begin(connection -> assertThat(connection.execute(both).all().stream()
                                .map(Row::values)
                                .toList())
                        .containsExactlyInAnyOrder(List.of(1, 1), List.of(3, 2)));
    }

    @Test
    void aFewRowsAreChanged(Database db) {
        Update<Row> first = update(part)
                .set(part.stock, 0)
                .where(part.name.ne("nut"))
                .orderBy(part.stock.desc())
                .limit(1);
        Delete<Row> last = delete(part).orderBy(part.id).limit(2);
        db.engine().begin(connection -> {
            assertThat(connection.execute(first).rowCount()).isEqualTo(1);
            assertThat(parts(connection)).containsExactly("bolt 10", "nut 20", "cog 0");
            assertThat(connection.execute(last).rowCount()).isEqualTo(2);
            assertThat(parts(connection)).containsExactly("cog 0");
            if (db.has(Capability.LIMIT_OF_NONE)) {
                assertThat(connection.execute(delete(part).limit(0)).rowCount()).isZero();
            }
        });
        String limited = "UPDATE part SET stock = ? WHERE part.name <> ? ORDER BY part.stock DESC LIMIT ?";
        String byKey = "UPDATE part SET stock = ? WHERE part.id IN (SELECT part.id FROM part WHERE part.name <> ?"
                + " ORDER BY part.stock DESC LIMIT ?";
        db.expect(first)
                .sql("mysql", limited)
                .sql("mariadb", limited)
                .sql("postgresql", byKey + " FOR UPDATE)")
                .sql(byKey + ")");
        assertThatThrownBy(() -> delete(part).limit(-1)).hasMessage("a number of rows is not negative: -1");
    }

    /** MySQL reads the changed table in a query of another. */
    @Test
    void theTableThatIsChangedIsReadInSubqueries(Database db) {
        TableAlias other = part.as("other");
        db.engine().begin(connection -> {
            connection.execute(update(part)
                    .set(part.stock, select(max(part.stock)).from(part).scalar())
                    .where(part.id.in(select(other.get(part.id))
                            .from(other)
                            .where(other.get(part.stock).lt(20)))));
            assertThat(parts(connection)).containsExactly("bolt 30", "nut 20", "cog 30");
        });
        db.expect(delete(part)
                        .where(part.stock.eq(select(max(part.stock)).from(part).scalar())))
                .sql(
                        "mysql",
                        "DELETE FROM part WHERE part.stock ="
                                + " (SELECT * FROM (SELECT max(part.stock) AS column_1 FROM part) AS own_rows)")
                .sql("DELETE FROM part WHERE part.stock = (SELECT max(part.stock) FROM part)");
    }

    /** With the row itself in it, MySQL would find the rows that were changed before. */
    @Test
    @Requires(Capability.CHANGED_ROW_IN_SUBQUERIES)
    void aSubqueryOfTheTableAndItsRow(Database db) {
        TableAlias other = part.as("other");
        Delete<Row> doubles = delete(part)
                .where(select(count())
                        .from(other)
                        .where(other.get(part.stock).eq(part.stock))
                        .scalar()
                        .gt(1L));
        db.engine().begin(connection -> {
            connection.execute(update(part).set(part.stock, 20).where(part.name.eq("cog")));
            connection.execute(doubles);
            assertThat(parts(connection)).containsExactly("bolt 10");
        });
    }
}
