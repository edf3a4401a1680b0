package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.falseCondition;
import static dev.azoth.sql.Sql.join;
import static dev.azoth.sql.Sql.leftJoin;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.trueCondition;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static dev.azoth.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Alias;
import dev.azoth.sql.TableAlias;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Joins: inner and outer, of a table with itself, by foreign keys. */
@EveryDatabase
class JoinTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void joins(Database db) {
        db.expect(select(customer.name, order.total)
                        .from(customer)
                        .leftJoin(order, order.customerId.eq(customer.id).and(order.pieces.gt(2)))
                        .orderBy(customer.id))
                .sql("SELECT customer.name, purchase.total FROM customer LEFT JOIN purchase"
                        + " ON purchase.customer_id = customer.id AND purchase.pieces > ? ORDER BY customer.id")
                .rows(
                        List.of("ann", new BigDecimal("10.50")),
                        List.of("bob", new BigDecimal("5.25")),
                        Arrays.asList("cid", null));
    }

    @Test
    void aTableJoinsItselfUnderAnotherName(Database db) {
        TableAlias other = customer.as("other");
        db.expect(select(customer.name, other.get(customer.name))
                        .from(customer)
                        .join(other, other.get(customer.id).gt(customer.id))
                        .orderBy(customer.id, other.get(customer.id)))
                .sql("SELECT customer.name, other.name AS name_1 FROM customer JOIN customer AS other"
                        + " ON other.id > customer.id ORDER BY customer.id, other.id")
                .rows(List.of("ann", "bob"), List.of("ann", "cid"), List.of("bob", "cid"));
    }

    @Test
    void aJoinMayBeOnAConstant(Database db) {
        db.expect(select(customer.name, order.id)
                        .from(customer)
                        .join(order, trueCondition())
                        .where(order.id.eq(1L))
                        .orderBy(customer.name))
                .rows(List.of("ann", 1L), List.of("bob", 1L), List.of("cid", 1L));
        db.expect(select(customer.name, order.id)
                        .from(customer)
                        .leftJoin(order, falseCondition())
                        .where(customer.id.eq(1L)))
                .rows(Arrays.asList("ann", null));
        db.expect(select(count()).from(customer).crossJoin(order)).rows(9L);
    }

    @Test
    void rowsOfTheRightSideAreKept(Database db) {
        db.expect(select(order.id, customer.name)
                        .from(order)
                        .rightJoin(customer, order.customerId.eq(customer.id))
                        .orderBy(customer.id, order.id))
                .rows(List.of(1L, "ann"), List.of(2L, "ann"), List.of(3L, "bob"), Arrays.asList(null, "cid"));
    }

    @Test
    @Requires(Capability.FULL_JOIN)
    void rowsOfBothSidesAreKept(Database db) {
        db.expect(select(order.id, customer.id)
                        .from(order)
                        .fullJoin(customer, order.customerId.eq(customer.id).and(order.id.gt(2L))))
                .rowsInAnyOrder(
                        List.of(3L, 2L),
                        Arrays.asList(1L, null),
                        Arrays.asList(2L, null),
                        Arrays.asList(null, 1L),
                        Arrays.asList(null, 3L));
    }

    @Test
    void eachKindOfJoinFollowsTheForeignKey(Database db) {
        db.expect(select(order.id, customer.id).from(order).rightJoin(customer).where(customer.id.ge(2L)))
                .rowsInAnyOrder(List.of(3L, 2L), Arrays.asList(null, 3L));
        db.expect(select(customer.id, order.id).from(join(customer, order)).where(order.id.eq(3L)))
                .sql("SELECT customer.id, purchase.id AS id_1 FROM customer JOIN purchase"
                        + " ON purchase.customer_id = customer.id WHERE purchase.id = ?")
                .rows(List.of(2L, 3L));
        db.expect(select(count()).from(leftJoin(customer, order))).rows(4L);
    }

    @Test
    @Requires(Capability.FULL_JOIN)
    void aFullJoinFollowsTheForeignKey(Database db) {
        db.expect(select(count()).from(customer).fullJoin(order)).rows(4L);
    }

    @Test
    void aJoinFollowsTheForeignKey(Database db) {
        db.expect(select(customer.name, order.id).from(customer).join(order).orderBy(order.id))
                .sql("SELECT customer.name, purchase.id FROM customer JOIN purchase"
                        + " ON purchase.customer_id = customer.id ORDER BY purchase.id")
                .rows(List.of("ann", 1L), List.of("ann", 2L), List.of("bob", 3L));
        TableAlias buyer = customer.as("buyer");
        Alias bought = order.alias();
        db.expect(select(bought.get(order.id))
                        .from(bought)
                        .leftJoin(buyer)
                        .where(buyer.get(customer.name).eq("bob")))
                .sql("SELECT anon_1.id FROM purchase AS anon_1 LEFT JOIN customer AS buyer"
                        + " ON anon_1.customer_id = buyer.id WHERE buyer.name = ?")
                .rows(3L);
    }

    @Test
    void noneOrSeveralAreRefused(Database db) {
        MetaData metadata = new MetaData();
        Table city = Table.of(metadata, "city", Column.of("id", BIGINT).primaryKey());
        Table flight = Table.of(
                metadata,
                "flight",
                Column.of("origin", BIGINT).references(() -> city.column("id", Long.class)),
                Column.of("target", BIGINT).references(() -> city.column("id", Long.class)));
        assertThatThrownBy(() -> select(flight.column("origin")).from(flight).join(city))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("several foreign keys lead between flight and city: say what to join on"
                        + "\n  fk_flight_origin\n  fk_flight_target");
        assertThatThrownBy(() -> select(customer.id).from(customer).join(customer.as("other")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("no foreign key leads between customer and other: say what to join on");
    }
}
