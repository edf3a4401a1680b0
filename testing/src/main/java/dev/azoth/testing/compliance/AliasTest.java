package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Alias;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Subquery;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class AliasTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
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
    @Requires({Capability.CHANGES_IN_WITH, Capability.DELETE_RETURNING})
    void changesNeedNone(Database db) {
        CommonTableExpression gone =
                delete(order).where(order.id.eq(1L)).returning(order.id).cte();

        try (Connection connection = db.engine().connect()) { // and undone
            assertThat(connection.execute(select(gone.get(order.id)).from(gone)).all())
                    .containsExactly(1L);
        }
    }

    @Test
    void aNameIsNeitherEmptyNorAnotherColumns(Database db) {
        Alias other = customer.alias();
        assertThatThrownBy(() -> customer.as("")).hasMessage("a name is neither empty nor has it a NUL: \"\"");
        assertThatThrownBy(() -> other.get(order.id))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("customer AS … has no column for purchase.id; its columns are id, name");
    }
}
