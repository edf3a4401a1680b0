package dev.azoth.suite;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.suite.Shop.customer;
import static dev.azoth.suite.Shop.order;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.sql.Alias;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Subquery;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class AliasTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
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

    @Test
    void aSubqueryJoinsItself(Database db) {
        Subquery named = select(customer.id).where(customer.id.lt(3L)).subquery("s");
        Alias other = named.as("o");
        db.expect(select(named.get(customer.id), other.get(customer.id))
                        .from(named)
                        .join(other, other.get(named.get(customer.id)).gt(named.get(customer.id))))
                .sql("SELECT s.id, o.id AS id_1 FROM (SELECT customer.id FROM customer WHERE customer.id < ?) AS s"
                        + " JOIN (SELECT customer.id FROM customer WHERE customer.id < ?) AS o ON o.id > s.id")
                .parameters(3L, 3L)
                .rows(List.of(1L, 2L));
    }

    @Test
    void namesNeedNotBeGiven(Database db) {
        Alias first = customer.alias();
        Alias second = customer.alias();
        Subquery third = select(order.customerId).distinct().subquery();
        CommonTableExpression fourth = select(count().as("n")).from(order).cte();
        db.expect(select(first.get(customer.id), second.get(customer.name), fourth.get("n"))
                        .from(first)
                        .join(second, second.get(customer.id).eq(first.get(customer.id)))
                        .join(third, third.get(order.customerId).eq(first.get(customer.id)))
                        .crossJoin(fourth)
                        .orderBy(first.get(customer.id)))
                .sql("WITH anon_3 AS (SELECT count(*) AS n FROM purchase) SELECT anon_1.id, anon_2.name, anon_3.n"
                        + " FROM customer AS anon_1 JOIN customer AS anon_2 ON anon_2.id = anon_1.id"
                        + " JOIN (SELECT DISTINCT purchase.customer_id FROM purchase) AS anon_4 ON anon_4.customer_id = anon_1.id"
                        + " CROSS JOIN anon_3 ORDER BY anon_1.id")
                .rows(List.of(1L, "ann", 3L), List.of(2L, "bob", 3L));
    }

    @Test
    void aNameIsNeitherEmptyNorAnotherColumns(Database db) {
        Alias other = customer.alias();
        assertThatThrownBy(() -> customer.as("")).hasMessage("a name is neither empty nor has it a NUL: \"\"");
        assertThatThrownBy(() -> other.get(order.id))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("customer AS … has no column for purchase.id; its columns are id, name");
    }

    /** A bug: it never ended on H2. */
    @Test
    void aRecursionOverACycleEndsOrIsRefused(Database db) {
        CommonTableExpression round = CommonTableExpression.recursiveDistinct(
                "round",
                select(literal(1).as("n")),
                self -> select(self.get("n", Integer.class).modulo(3).plus(literal(1)))
                        .from(self));
        var numbers = select(round.get("n", Types.INTEGER)).orderBy(round.get("n"));
        if (db.name().equals("h2")) {
            assertThatThrownBy(() -> db.engine().compile(numbers))
                    .isInstanceOf(CompileException.class)
                    .hasMessageEndingWith(
                            " has no recursion with UNION that ends on a cycle; use recursive(…), with a condition that ends it");
        } else {
            db.expect(numbers).rows(1, 2, 3);
        }
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
}
