package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.all;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Alias;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Row;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Common table expressions: read, reading themselves, in front of changes. */
@EveryDatabase
class CommonTableTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void aCommonTableExpressionStandsInFrontOnce(Database db) {
        var big = select(order.customerId, sum(order.total).as("spent"))
                .from(order)
                .groupBy(order.customerId)
                .cte("big");
        db.expect(select(customer.name, big.get("spent", BigDecimal.class))
                        .from(customer)
                        .join(big, big.get(order.customerId).eq(customer.id))
                        .where(big.get("spent", BigDecimal.class).gt(new BigDecimal("6"))))
                .sql("WITH big AS (SELECT purchase.customer_id, sum(purchase.total) AS spent FROM purchase"
                        + " GROUP BY purchase.customer_id) SELECT customer.name, big.spent FROM customer"
                        + " JOIN big ON big.customer_id = customer.id WHERE big.spent > ?")
                .rows(List.of("ann", new BigDecimal("30.50")));
    }

    @Test
    void aCommonTableExpressionMayReadItself(Database db) {
        CommonTableExpression numbers = CommonTableExpression.recursive(
                "numbers",
                select(literal(1).as("n")),
                self -> select(self.get("n", Integer.class).plus(literal(1)))
                        .from(self)
                        .where(self.get("n", Integer.class).lt(4)));

        db.expect(select(numbers.get("n", Integer.class)))
                .sql("WITH RECURSIVE numbers (n) AS (SELECT 1 AS n UNION ALL SELECT numbers.n + 1 FROM numbers"
                        + " WHERE numbers.n < ?) SELECT numbers.n FROM numbers")
                .rows(1, 2, 3, 4);
    }

    @Test
    void aCommonTableExpressionJoinsItself(Database db) {
        CommonTableExpression spent = select(order.customerId, count().as("orders"))
                .groupBy(order.customerId)
                .cte("spent");
        Alias other = spent.as("other");
        db.expect(select(spent.get(order.customerId), other.get("orders", Long.class))
                        .from(spent)
                        .join(other, other.get(order.customerId).gt(spent.get(order.customerId))))
                .sql(
                        "WITH spent AS (SELECT purchase.customer_id, count(*) AS orders FROM purchase GROUP BY purchase.customer_id)"
                                + " SELECT spent.customer_id, other.orders FROM spent JOIN spent AS other"
                                + " ON other.customer_id > spent.customer_id")
                .rows(List.of(1L, 1L));
    }

    /** A bug: it never ended on H2. */
    @Test
    @Requires(Capability.RECURSION_OVER_CYCLES)
    void aRecursionOverACycleEnds(Database db) {
        CommonTableExpression round = CommonTableExpression.recursiveDistinct(
                "round",
                select(literal(1).as("n")),
                self -> select(self.get("n", Integer.class).modulo(3).plus(literal(1)))
                        .from(self));
        var numbers = select(round.get("n", Types.INTEGER)).orderBy(round.get("n"));
        db.expect(numbers).rows(1, 2, 3);
    }

    @Test
    void rowsOfACommonTableExpressionAreKeptOrNot(Database db) {
        CommonTableExpression all = select(order.id).cte("every");
        for (boolean kept : new boolean[] {true, false}) {
            CommonTableExpression hinted = all.materialized(kept);
            String hint = kept ? "MATERIALIZED " : "NOT MATERIALIZED ";
            String tail = "(SELECT purchase.id FROM purchase) SELECT every.id FROM every WHERE every.id = ?";
            db.expect(select(hinted.get(order.id)).where(hinted.get(order.id).eq(2L)))
                    .sql("postgresql", "WITH every AS " + hint + tail)
                    .sql("sqlite", "WITH every AS " + hint + tail)
                    .sql("duckdb", "WITH every AS " + hint + tail)
                    .sql("WITH every AS " + tail)
                    .rows(2L);
        }
    }

    @Test
    void aCommonTableExpressionNeedNotBeRead(Database db) {
        CommonTableExpression unread = select(order.id).cte("unread");
        db.expect(select(customer.id).where(customer.id.eq(1L)).with(unread))
                .sql(
                        "WITH unread AS (SELECT purchase.id FROM purchase) SELECT customer.id FROM customer WHERE customer.id = ?")
                .rows(1L);
    }

    @Test
    void rowsOfACommonTableExpressionAreInserted(Database db) {
        CommonTableExpression first = select(customer.id.plus(10L).as("id"), customer.name, customer.active)
                .where(customer.id.eq(1L))
                .cte("first");
        try (Connection connection = db.engine().connect()) {
            connection.execute(insert(customer)
                    .columns(customer.id, customer.name, customer.active)
                    .select(select(first.get("id", Long.class), first.get(customer.name), first.get(customer.active))
                            .from(first)));
            assertThat(connection
                            .execute(select(customer.name).where(customer.id.eq(11L)))
                            .one())
                    .isEqualTo("ann");
        }
    }

    @Test
    @Requires(Capability.CHANGES_WITH)
    void rowsAreChangedByACommonTableExpression(Database db) {
        CommonTableExpression large =
                select(order.id).where(order.total.gt(new BigDecimal("15"))).cte("large");
        try (Connection connection = db.engine().connect()) {
            connection.execute(update(order)
                    .set(order.pieces, 9)
                    .where(order.id.in(select(large.get(order.id)).from(large))));
            assertThat(connection
                            .execute(select(order.id).where(order.pieces.eq(9)))
                            .all())
                    .containsExactly(2L);
            connection.execute(
                    delete(order).where(order.id.in(select(large.get(order.id)).from(large))));
            assertThat(connection.execute(select(order.id).orderBy(order.id)).all())
                    .containsExactly(1L, 3L);
        }
    }

    @Test
    @Requires({Capability.CHANGES_IN_WITH, Capability.DELETE_RETURNING})
    void whatAChangeReturnsIsATable(Database db) {
        CommonTableExpression gone = delete(order)
                .where(order.pieces.lt(4))
                .returning(order.id, order.pieces)
                .cte("gone");
        var query = select(gone.get(order.id), customer.name)
                .from(gone)
                .join(customer, customer.id.lt(gone.get(order.id)))
                .orderBy(gone.get(order.id), customer.id);
        db.expect(query)
                .sql("WITH gone AS (DELETE FROM purchase WHERE purchase.pieces < ? RETURNING id, pieces)"
                        + " SELECT gone.id, customer.name FROM gone JOIN customer ON customer.id < gone.id"
                        + " ORDER BY gone.id, customer.id")
                .parameters(4);
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(query).all())
                    .extracting(Row::values)
                    .containsExactly(List.of(2L, "ann"), List.of(3L, "ann"), List.of(3L, "bob"));
            assertThat(connection.execute(select(order.id)).all()).containsExactly(1L);
        }
    }
}
