package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.not;
import static dev.azoth.sql.Sql.row;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.Condition;
import dev.azoth.sql.RowValue;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class RowValueTest {
    private static final RowValue KEY = row(order.customerId, order.pieces);

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private static void expect(Database db, Condition condition, String written, Object... ids) {
        db.expect(select(order.id).where(condition).orderBy(order.id))
                .sql("SELECT purchase.id FROM purchase WHERE " + written + " ORDER BY purchase.id")
                .rows(ids);
    }

    /** DuckDB compares them value by value. */
    private static void expectOrder(Database db, Condition condition, String written, Object... ids) {
        if (db.name().equals("duckdb")) {
            db.expect(select(order.id).where(condition).orderBy(order.id)).rows(ids);
        } else {
            expect(db, condition, written, ids);
        }
    }

    @Test
    void rowsAreCompared(Database db) {
        String key = "(purchase.customer_id, purchase.pieces)";
        expect(db, KEY.eq(1L, 7), key + " = (?, ?)", 1L);
        expect(db, KEY.ne(1L, 7), key + " <> (?, ?)", 2L, 3L);
        expectOrder(db, KEY.gt(1L, 2), key + " > (?, ?)", 1L, 3L);
        expectOrder(
                db,
                KEY.between(row(value(1L), value(3)), row(value(2L), value(3))),
                key + " >= (?, ?) AND " + key + " <= (?, ?)",
                1L,
                3L);
        expectOrder(
                db,
                KEY.le(row(order.customerId, order.id.cast(order.pieces.type()))),
                key + " <= (purchase.customer_id, " + cast(db) + ")",
                2L,
                3L);
        expectOrder(
                db,
                KEY.between(row(order.customerId, order.pieces), row(order.customerId, order.pieces)),
                key + " >= " + key + " AND " + key + " <= " + key,
                1L,
                2L,
                3L);
    }

    private static String cast(Database db) {
        return "CAST(purchase.id AS "
                + switch (db.name()) {
                    case "mysql", "mariadb" -> "SIGNED)";
                    default -> "INTEGER)";
                };
    }

    @Test
    void aRowIsOneOfMany(Database db) {
        String key = "(purchase.customer_id, purchase.pieces)";
        expect(db, KEY.in(List.of(List.of(1L, 7))), key + " IN ((?, ?))", 1L);
        expect(
                db,
                KEY.in(List.of(List.of(1L, 7), List.of(2L, 3), List.of(9L, 9))),
                key + " IN ((?, ?), (?, ?), (?, ?), (?, ?))",
                1L,
                3L);
        expect(db, KEY.notIn(List.of(List.of(1L, 7), List.of(2L, 3))), key + " NOT IN ((?, ?), (?, ?))", 2L);
        expect(db, not(KEY.in(List.of(List.of(1L, 7)))), key + " NOT IN ((?, ?))", 2L, 3L);
        db.expect(select(order.id).where(KEY.in(List.of()))).rows();
        db.expect(select(order.id).where(KEY.notIn(List.of())).orderBy(order.id))
                .rows(1L, 2L, 3L);
    }

    @Test
    void aRowIsOneOfAQuery(Database db) {
        db.expect(select(order.id)
                        .where(row(order.customerId, order.id)
                                .in(select(customer.id, customer.id).where(customer.active))))
                .sql("SELECT purchase.id FROM purchase WHERE (purchase.customer_id, purchase.id)"
                        + " IN (SELECT customer.id, customer.id AS id_1 FROM customer WHERE customer.active)")
                .rows(1L);
    }

    /** Lists of 5 to 8 rows are one statement. */
    @Test
    void listsOfSeveralLengthsShareACompiledStatement(Database db) {
        db.engine().begin(connection -> {
            connection.execute(select(order.id).where(KEY.in(rows(5)))).all();
            var before = db.engine().cacheStatistics();
            for (int length = 5; length <= 8; length++) {
                connection.execute(select(order.id).where(KEY.in(rows(length)))).all();
            }
            assertThat(db.engine().cacheStatistics().misses()).isEqualTo(before.misses());
        });
    }

    private static List<List<Object>> rows(int length) {
        return java.util.stream.IntStream.range(0, length)
                .mapToObj(i -> List.<Object>of((long) i, i))
                .toList();
    }

    @Test
    void aRowIsComparedWithOneLikeIt(Database db) {
        assertThatThrownBy(() -> KEY.eq(1L))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("a row of 2 values is compared with one of 1");
        assertThatThrownBy(() -> KEY.eq("x", 1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("column customer_id takes java.lang.Long, not java.lang.String");
        assertThatThrownBy(() -> KEY.in(List.of(Arrays.asList(1L, null))))
                .hasMessage("value 1 of a row to compare with is null, and equals nothing");
        assertThatThrownBy(() -> row(order.id)).hasMessage("a row has at least two values, not 1");
    }
}
