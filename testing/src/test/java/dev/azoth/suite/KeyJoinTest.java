package dev.azoth.suite;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.suite.Shop.customer;
import static dev.azoth.suite.Shop.order;
import static dev.azoth.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Alias;
import dev.azoth.sql.TableAlias;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class KeyJoinTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
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
