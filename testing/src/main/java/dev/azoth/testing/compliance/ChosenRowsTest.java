package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.order;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Fetch;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ChosenRowsTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    @Requires(Capability.WINDOWS)
    void theFirstRowOfEach(Database db) {
        db.expect(select(order.customerId, order.id)
                        .distinctOn(order.customerId)
                        .orderBy(order.customerId.asc(), order.pieces.asc()))
                .sql(
                        "postgresql",
                        "SELECT DISTINCT ON (purchase.customer_id) purchase.customer_id, purchase.id FROM purchase"
                                + " ORDER BY purchase.customer_id, purchase.pieces")
                .sql(
                        "duckdb",
                        "SELECT DISTINCT ON (purchase.customer_id) purchase.customer_id, purchase.id FROM purchase"
                                + " ORDER BY purchase.customer_id, purchase.pieces")
                .sql("SELECT anon_1.customer_id, anon_1.id FROM (SELECT purchase.customer_id, purchase.id,"
                        + " purchase.pieces AS azoth_3, row_number() OVER (PARTITION BY purchase.customer_id"
                        + " ORDER BY purchase.customer_id, purchase.pieces) AS azoth_4 FROM purchase) AS anon_1"
                        + " WHERE anon_1.azoth_4 = 1 ORDER BY anon_1.customer_id, anon_1.azoth_3")
                .rows(List.of(1L, 2L), List.of(2L, 3L));
        db.expect(select(order.customerId.plus(1L), count())
                        .distinctOn(order.customerId.plus(1L))
                        .groupBy(order.customerId.plus(1L))
                        .orderBy(order.customerId.plus(1L).desc())
                        .limit(1))
                .rows(List.of(3L, 1L));
        assertThatThrownBy(() -> db.engine()
                        .compile(select(order.id).distinctOn(order.customerId).orderBy(order.id)))
                .isInstanceOf(CompileException.class)
                .hasMessage("the order of a query with distinctOn(…) begins with the same expressions:"
                        + " [purchase.customer_id], not purchase.id");
    }

    @Test
    @Requires(Capability.WINDOWS)
    void rowsAreChosenByWindows(Database db) {
        var query = select(order.customerId, order.id)
                .qualify(rowNumber()
                        .over(w -> w.partitionBy(order.customerId).orderBy(order.total.desc()))
                        .eq(1L))
                .orderBy(order.total.desc())
                .limit(5);
        String condition = "row_number() OVER (PARTITION BY purchase.customer_id ORDER BY purchase.total DESC) = ?";
        db.expect(query)
                .sql(
                        "h2",
                        "SELECT purchase.customer_id, purchase.id FROM purchase QUALIFY " + condition
                                + " ORDER BY purchase.total DESC LIMIT ?")
                .sql(
                        "duckdb",
                        "SELECT purchase.customer_id, purchase.id FROM purchase QUALIFY " + condition
                                + " ORDER BY purchase.total DESC LIMIT ?")
                .sql("SELECT anon_1.customer_id, anon_1.id FROM (SELECT purchase.customer_id, purchase.id,"
                        + " purchase.total AS azoth_3, " + condition + " AS azoth_4 FROM purchase) AS anon_1"
                        + " WHERE anon_1.azoth_4 ORDER BY anon_1.azoth_3 DESC LIMIT ?")
                .parameters(1L, 5L)
                .rows(List.of(1L, 2L), List.of(2L, 3L));
        db.expect(select(query.subquery("q").get(order.id))).rowsInAnyOrder(2L, 3L);
    }

    @Test
    @Requires(Capability.WINDOWS)
    void tiesAreKept(Database db) {
        db.expect(select(order.id).orderBy(order.customerId).fetch(1, Fetch.WITH_TIES))
                .rowsInAnyOrder(1L, 2L);
        db.expect(select(order.id)
                        .orderBy(order.customerId.asc(), order.id.asc())
                        .offset(1)
                        .fetch(2, Fetch.WITH_TIES))
                .rows(2L, 3L);
        db.expect(select(order.customerId).distinct().orderBy(order.customerId).fetch(1, Fetch.WITH_TIES))
                .rows(1L);
    }

    @Test
    @Requires(Capability.WINDOWS)
    void partsOfAllRows(Database db) {
        db.expect(select(order.id).orderBy(order.id).fetch(34, Fetch.PERCENT)).rows(1L, 2L);
        db.expect(select(order.id).orderBy(order.id).fetch(0, Fetch.PERCENT)).rows();
        db.expect(select(order.id).orderBy(order.id).fetch(100, Fetch.PERCENT)).rows(1L, 2L, 3L);
        assertThatThrownBy(() -> db.engine().compile(select(order.id).fetch(5, Fetch.PERCENT)))
                .isInstanceOf(CompileException.class)
                .hasMessage("fetch(…, PERCENT) needs an order: call orderBy(…)");
    }

    @Test
    void slices(Database db) {
        db.expect(select(order.id).orderBy(order.id).slice(1, 3))
                .parameters(2L, 1L)
                .rows(2L, 3L);
    }

    @Test
    @Requires(Capability.LIMIT_EXPRESSION)
    void limitsAreComputed(Database db) {
        db.expect(select(order.id).orderBy(order.id).limit(value(1L).plus(1L))).rows(1L, 2L);
        db.expect(select(order.id).orderBy(order.id).limit(9).offset(value(1L).plus(1L)))
                .rows(3L);
    }

    /** A bug: MySQL, told that the tables are empty, gave all rows of the table that the outer join reads. */
    @Test
    @Requires(Capability.WINDOWS)
    void anOuterJoinAsksForRowsThatAreChosen(Database db) {
        MetaData metadata = new MetaData();
        Column<Integer> shelfId = Column.of("id", INTEGER).primaryKey();
        Table shelf = Table.of(metadata, "chosen_shelf", shelfId);
        Column<Integer> bookId = Column.of("id", INTEGER).primaryKey();
        Column<Integer> place = Column.of("shelf_id", INTEGER).indexed();
        Column<Integer> pages = Column.of("pages", INTEGER);
        Table book = Table.of(metadata, "chosen_book", bookId, place, pages);
        metadata.createAll(db.engine());
        db.engine().begin(connection -> {
            if (db.name().equals("mysql")) {
                connection.execute(text("ANALYZE TABLE chosen_shelf, chosen_book"));
            }
            connection.execute(insert(shelf), List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3)));
            connection.execute(insert(book)
                    .columns(bookId, place, pages)
                    .row(1, 1, 1)
                    .row(2, 1, 5)
                    .row(3, 2, 20)
                    .row(5, 1, 3));
            var ranked = book.as("ranked");
            var chosen = select(ranked.get(bookId))
                    .from(ranked)
                    .qualify(rowNumber()
                            .over(w -> w.partitionBy(ranked.get(place))
                                    .orderBy(ranked.get(pages).desc()))
                            .le(2L));
            assertThat(connection
                            .execute(select(bookId)
                                    .from(shelf)
                                    .leftJoin(book, place.eq(shelfId).and(bookId.in(chosen)))
                                    .orderBy(shelfId.asc(), pages.desc()))
                            .all())
                    .containsExactly(2, 5, 3, null);
        });
        metadata.dropAll(db.engine());
    }
}
