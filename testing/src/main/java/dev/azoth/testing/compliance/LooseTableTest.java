package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.column;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.crossJoin;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.join;
import static dev.azoth.sql.Sql.leftJoin;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.min;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.table;
import static dev.azoth.sql.Sql.values;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.StatementWalk;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.LooseTable;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.ValuesTable;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class LooseTableTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private static LooseTable people() {
        return table("customer", column("id", BIGINT), column("name", TEXT), column("age", INTEGER));
    }

    @Test
    void aTableNeedsNoMetaData(Database db) {
        LooseTable people = people();
        db.expect(select(people.get("name", String.class))
                        .where(people.get("id", Long.class).gt(1L))
                        .orderBy(people.get("id")))
                .sql("SELECT customer.name FROM customer WHERE customer.id > ? ORDER BY customer.id")
                .rows("bob", "cid");
        TableAlias other = people.as("o");
        db.expect(select(other.get("age", INTEGER))
                        .from(other)
                        .where(other.get("id", Long.class).eq(1L)))
                .rows(30);
        db.expect(select(people.in("x\"y").get("id"))).sql("mysql", "SELECT `x\"y`.customer.id FROM `x\"y`.customer");
        assertThatThrownBy(() -> people.get("nose"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("customer has no column for \"nose\"; its columns are id, name, age");
        assertThat(StatementWalk.of(select(people)).key())
                .isEqualTo(StatementWalk.of(select(people())).key());
        db.expect(insert(people).values(people.get("id", Long.class), 9L)).sql("INSERT INTO customer (id) VALUES (?)");
    }

    @Test
    void aColumnNeedsNoTable(Database db) {
        db.expect(select(column("name", TEXT))
                        .from(customer)
                        .where(column("id", BIGINT).eq(2L)))
                .sql("SELECT name FROM customer WHERE id = ?")
                .rows("bob");
        var numbers = values("n", column("i", INTEGER)).row(1).row(2);
        db.expect(select(count()).from(numbers)).rows(2L);
    }

    @Test
    void joinsStandOnBothSidesOfJoins(Database db) {
        TableAlias first = customer.as("buyer");
        TableAlias last = customer.as("same");
        var pairs = select(first.get(customer.name), order.id, last.get(customer.name))
                .from(leftJoin(
                        first,
                        join(order, last, last.get(customer.id).eq(order.id)),
                        order.customerId.eq(first.get(customer.id))))
                .orderBy(first.get(customer.id), order.id);
        db.expect(pairs)
                .sql("SELECT buyer.name, purchase.id, same.name AS name_1 FROM customer AS buyer LEFT JOIN"
                        + " (purchase JOIN customer AS same ON same.id = purchase.id) ON purchase.customer_id = buyer.id"
                        + " ORDER BY buyer.id, purchase.id")
                .rows(
                        List.of("ann", 1L, "ann"),
                        List.of("ann", 2L, "bob"),
                        List.of("bob", 3L, "cid"),
                        Arrays.asList("cid", null, null));
        db.expect(select(count()).from(crossJoin(customer, order))).rows(9L);
    }

    @Test
    void comparisonsTakeAQuery(Database db) {
        Select<Integer> most = select(max(order.pieces));
        Select<Integer> least = select(min(order.pieces));
        db.expect(select(order.id).where(order.pieces.lt(most), order.pieces.gt(least)))
                .sql(
                        "SELECT purchase.id FROM purchase WHERE purchase.pieces < (SELECT max(purchase.pieces) FROM purchase)"
                                + " AND purchase.pieces > (SELECT min(purchase.pieces) FROM purchase)")
                .rows(3L);
        db.expect(select(order.id).where(order.pieces.ge(most))).rows(1L);
        db.expect(select(order.id).where(order.pieces.le(least))).rows(2L);
        db.expect(select(count()).from(order).where(order.pieces.ne(most))).rows(2L);
        db.expect(select(customer.name)
                        .where(select(order.id)
                                .where(order.customerId.eq(customer.id))
                                .notExists()))
                .sql("SELECT customer.name FROM customer WHERE NOT EXISTS (SELECT purchase.id FROM purchase"
                        + " WHERE purchase.customer_id = customer.id)")
                .rows("cid");
    }

    @Test
    void columnsThatAreEqualAreSelectedOnce(Database db) {
        TableAlias same = customer.as("same");
        db.expect(select(customer.id, same.get(customer.id), same.get(customer.name), order.id)
                        .from(customer)
                        .join(same, same.get(customer.id).eq(customer.id))
                        .leftJoin(order, order.id.eq(customer.id))
                        .where(customer.name.eq(same.get(customer.name)))
                        .orderBy(customer.id)
                        .reduceColumns())
                .sql("SELECT customer.id, same.name, purchase.id AS id_1 FROM customer JOIN customer AS same"
                        + " ON same.id = customer.id LEFT JOIN purchase ON purchase.id = customer.id"
                        + " WHERE customer.name = same.name ORDER BY customer.id")
                .rows(List.of(1L, "ann", 1L), List.of(2L, "bob", 2L), List.of(3L, "cid", 3L));
    }

    @Test
    void valuesAndRecursionsNeedNoName(Database db) {
        ValuesTable some = values(order.id, order.pieces).row(1L, 7).row(2L, 8);
        CommonTableExpression numbers = CommonTableExpression.recursive(
                select(literal(1L).cast(BIGINT).as("n")),
                before -> select(before.get("n", Long.class).plus(1L))
                        .from(before)
                        .where(before.get("n", Long.class).lt(3L)));

        db.expect(select(some.get(order.id), some.get(order.pieces)).from(some))
                .rowsInAnyOrder(List.of(1L, 7), List.of(2L, 8));
        db.expect(select(numbers.get("n", Long.class)).from(numbers).orderBy(numbers.get("n")))
                .rows(1L, 2L, 3L);
    }
}
