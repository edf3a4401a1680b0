package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.sql.Subquery;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.Test;

@EveryDatabase
class RowTest {
    @PrepareDatabase
    static void open(Database db) {
        Shop.open(db.engine());
    }

    /** A bug: the second statement found the first one's expressions in the cache, and one value for the other. */
    @Test
    void aRowIsAskedByTheExpressionsOfItsOwnStatement(Database db) {
        db.engine().begin(connection -> {
            for (int n = 1; n < 4; n++) {
                Expression<Integer> more = customer.age.plus(n);
                Expression<Integer> less = customer.age.plus(5 - n);
                Row row = connection
                        .execute(select(more, less).from(customer).where(customer.id.eq(1L)))
                        .one();

                assertThat(row.get(more)).isEqualTo(30 + n);
                assertThat(row.get(less)).isEqualTo(35 - n);
            }
        });
    }

    /** A bug: the columns of a subquery built again were "not selected". */
    @Test
    void aRowIsAskedByTheSubqueriesOfItsOwnStatement(Database db) {
        db.engine().begin(connection -> {
            assertThat(pieces(connection, 1)).isEqualTo("ann 7");
            assertThat(pieces(connection, 2)).isEqualTo("bob 3");
        });
    }

    private static String pieces(Connection connection, long id) {
        CommonTableExpression most = select(order.customerId, max(order.pieces).as("pieces"))
                .from(order)
                .groupBy(order.customerId)
                .cte("most");
        Subquery who =
                select(customer.id, customer.name).where(customer.id.eq(id)).subquery("who");
        Row row = connection
                .execute(select(who.get(customer.name), most.get("pieces", Integer.class))
                        .from(who)
                        .join(most, most.get(order.customerId).eq(who.get(customer.id))))
                .one();
        return row.get(who.get(customer.name)) + " " + row.get(most.get("pieces", Integer.class));
    }
}
