package dev.azoth.suite;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.suite.Shop.customer;
import static dev.azoth.suite.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.sql.Subquery;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Map;
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

    /** The same bug, for rows that an insert of many returns. */
    @Test
    void aReturnedRowIsAskedByTheExpressionsOfItsOwnStatement(Database db) {
        if (db.name().equals("mysql")) {
            assertThatThrownBy(() -> db.engine()
                            .compile(insert(customer).values(customer.id, 9L).returning(customer.age)))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("has no RETURNING");
            return;
        } else if (db.name().equals("duckdb")) {
            assertThatThrownBy(() -> db.engine()
                            .compile(insert(customer).values(customer.id, 9L).returning(customer.age.plus(1))))
                    .isInstanceOf(CompileException.class)
                    .hasMessage(
                            "DuckDB 2.0 has no bound values in RETURNING: return the columns, or write the values as"
                                    + " literals");
            return;
        }
        try (Connection connection = db.engine().connect()) {
            for (int n = 1; n < 4; n++) {
                Expression<Integer> more = customer.age.plus(n);
                Expression<Integer> less = customer.age.plus(5 - n);
                Row row = connection
                        .execute(
                                insert(customer).returning(more, less),
                                List.of(Map.of(
                                        customer.id,
                                        10L + n,
                                        customer.name,
                                        "x",
                                        customer.age,
                                        1,
                                        customer.active,
                                        true)))
                        .one();

                assertThat(row.get(more)).isEqualTo(1 + n);
                assertThat(row.get(less)).isEqualTo(6 - n);
            }
            assertThat(connection.execute(select(count()).from(customer)).one()).isEqualTo(6L);
        }
    }
}
