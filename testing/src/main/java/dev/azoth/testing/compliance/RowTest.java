package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
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

    /** A bug: columns without a name, and a second one of the same name, were lost from maps and from what a row says of itself. */
    @Test
    void noColumnIsLostForItsName(Database db) {
        db.engine().begin(connection -> {
            Row row = connection
                    .execute(select(
                                    customer.id,
                                    order.id,
                                    customer.age.plus(1),
                                    customer.age.plus(2).as("older"),
                                    customer.age.plus(3))
                            .from(customer)
                            .join(order, order.customerId.eq(customer.id))
                            .where(customer.id.eq(1L))
                            .orderBy(order.id)
                            .limit(1))
                    .one();

            assertThat(row.names()).containsExactly("id", "id_1", "column_3", "older", "column_5");
            assertThat(row.mapping()).hasSize(5).containsEntry("column_3", 31).containsEntry("id_1", row.get(order.id));
            assertThat(row.get("column_5", Integer.class)).isEqualTo(33);
            assertThat(row).hasToString("{id=1, id_1=" + row.get(order.id) + ", column_3=31, older=32, column_5=33}");
            assertThatThrownBy(() -> row.get("id"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("more than one column is named \"id\"")
                    .hasMessageContaining("id_1");
        });
    }
}
