package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import org.junit.jupiter.api.Test;

@EveryDatabase
class CommonTableChangeTest {
    private static final String BIG =
            "WITH big AS (SELECT purchase.customer_id, max(purchase.pieces) AS most FROM purchase"
                    + " GROUP BY purchase.customer_id)";

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private final CommonTableExpression big = select(
                    order.customerId, max(order.pieces).as("most"))
            .from(order)
            .groupBy(order.customerId)
            .cte("big");

    @Test
    @Requires(Capability.CHANGES_WITH)
    void queriesInAChangeReadCommonTables(Database db) {
        var most = select(big.get("most", Integer.class))
                .from(big)
                .where(big.get(order.customerId).eq(customer.id))
                .scalar();
        var bought = customer.id.in(select(big.get(order.customerId)).from(big));
        var change = update(customer).set(customer.age, most).where(bought);
        String set = "UPDATE customer SET age = (%sSELECT big.most FROM big WHERE big.customer_id = customer.id)"
                + " WHERE customer.id IN (%sSELECT big.customer_id FROM big)";
        db.expect(change)
                .sql("h2", set.formatted(BIG + " ", BIG + " "))
                .sql("mariadb", set.formatted(BIG + " ", BIG + " "))
                .sql(BIG + " " + set.formatted("", ""));
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(change).rowCount()).isEqualTo(2);
            assertThat(connection
                            .execute(select(customer.age).orderBy(customer.id).limit(2))
                            .all())
                    .containsExactly(7, 3);
            connection.execute(delete(order));
            assertThat(connection
                            .execute(insert(customer)
                                    .values(customer.id, 9L)
                                    .values(customer.name, "x")
                                    .values(customer.active, true)
                                    .values(
                                            customer.age,
                                            select(max(big.get("most", Integer.class)))
                                                    .from(big)
                                                    .scalar()))
                            .rowCount())
                    .isEqualTo(1);
            assertThat(connection.execute(delete(customer).where(bought)).rowCount())
                    .isEqualTo(0);
        }
    }
}
