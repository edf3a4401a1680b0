package dev.azoth.suite;

import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Subquery;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.compliance.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Common table expressions in front of queries inside the statement. */
@EveryDatabase
class NestedWithTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void aCommonTableExpressionStandsInTheQueryThatReadsIt(Database db) {
        CommonTableExpression outer =
                select(customer.id).from(customer).where(customer.id.lt(3L)).cte("chosen");
        CommonTableExpression inner = select(order.customerId, order.id)
                .from(order)
                .where(order.id.ne(1L))
                .cte("chosen")
                .nested();
        var owner = inner.get(order.customerId);
        Subquery last = select(owner, max(inner.get(order.id)).as("newest"))
                .from(inner)
                .groupBy(owner)
                .subquery("found");
        String own =
                "(WITH chosen AS (SELECT purchase.customer_id, purchase.id FROM purchase WHERE purchase.id <> ?) SELECT ";
        db.expect(select(outer.get(customer.id), last.get("newest", Long.class))
                        .from(outer)
                        .join(last, last.get(owner).eq(outer.get(customer.id)))
                        .where(outer.get(customer.id).in(select(owner).from(inner)))
                        .orderBy(outer.get(customer.id)))
                .sql(
                        "WITH chosen AS (SELECT customer.id FROM customer WHERE customer.id < ?) SELECT chosen.id, found.newest FROM chosen JOIN "
                                + own
                                + "chosen.customer_id, max(chosen.id) AS newest FROM chosen GROUP BY chosen.customer_id) AS found"
                                + " ON found.customer_id = chosen.id WHERE chosen.id IN " + own
                                + "chosen.customer_id FROM chosen) ORDER BY chosen.id")
                .parameters(3L, 1L, 1L)
                .rows(List.of(1L, 2L), List.of(2L, 3L));
        db.expect(select(inner.get(order.id)).from(inner).orderBy(inner.get(order.id)))
                .sql("WITH chosen AS (SELECT purchase.customer_id, purchase.id FROM purchase WHERE purchase.id <> ?)"
                        + " SELECT chosen.id FROM chosen ORDER BY chosen.id")
                .rows(2L, 3L);
    }

    @Test
    void whatStandsInFrontOfTheWholeIsNotNested(Database db) {
        assertThatThrownBy(() -> update(customer)
                        .set(customer.age, 1)
                        .returning(customer.id)
                        .cte("c")
                        .nested())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("a statement that changes rows stands in front of the whole statement, and is not nested");
    }
}
