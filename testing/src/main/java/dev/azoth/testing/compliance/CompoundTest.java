package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.unionAll;
import static dev.azoth.sql.Sql.upper;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Set operations of queries. */
@EveryDatabase
class CompoundTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void setOperations(Database db) {
        db.expect(select(customer.id)
                        .where(customer.active)
                        .union(select(order.customerId))
                        .orderBy(customer.id.desc())
                        .limit(2))
                .rows(3L, 2L);
        db.expect(select(customer.id).unionAll(select(order.customerId)).orderBy(customer.id))
                .rows(1L, 1L, 1L, 2L, 2L, 3L);
        db.expect(select(customer.id).intersect(select(order.customerId)).orderBy(customer.id))
                .rows(1L, 2L);
        db.expect(select(customer.id).except(select(order.customerId))).rows(3L);
    }

    @Test
    void aPartOfASetOperationMayHaveItsOwnLimit(Database db) {
        db.expect(select(customer.id)
                        .orderBy(customer.id.desc())
                        .limit(1)
                        .unionAll(select(order.customerId).orderBy(order.id).limit(1))
                        .orderBy(customer.id))
                .rows(1L, 3L);
    }

    /** A bug: the order was by the name of a column that the query had not given it. */
    @Test
    void aUnionIsSortedByWhatItsFirstQuerySelects(Database db) {
        var names = select(upper(customer.name))
                .where(customer.id.le(2L))
                .union(select(customer.name).where(customer.id.gt(2L)));
        var labelled = select(customer.name.as("who"))
                .where(customer.id.le(2L))
                .union(select(customer.name).where(customer.id.gt(2L)));

        db.engine().begin(connection -> {
            assertThat(connection.execute(names.orderBy(upper(customer.name))).all())
                    .hasSize(3);
            assertThat(connection
                            .execute(labelled.orderBy(customer.name.desc()).limit(2))
                            .all())
                    .containsExactly("cid", "bob");
        });
    }

    @Test
    void aSetOperationOfManyQueries(Database db) {
        db.expect(unionAll(List.of(
                        select(customer.id).where(customer.id.eq(1L)),
                        select(customer.id).where(customer.id.eq(2L)),
                        select(order.id).where(order.id.eq(3L)))))
                .sql("SELECT customer.id FROM customer WHERE customer.id = ? UNION ALL SELECT customer.id FROM customer"
                        + " WHERE customer.id = ? UNION ALL SELECT purchase.id FROM purchase WHERE purchase.id = ?")
                .rowsInAnyOrder(1L, 2L, 3L);
    }

    @Test
    @Requires(Capability.SET_ALL)
    void rowsAreCountedInSetOperations(Database db) {
        db.expect(select(order.customerId).exceptAll(select(customer.id))).rows(1L);
        db.expect(select(order.customerId).intersectAll(select(order.customerId)))
                .rowsInAnyOrder(1L, 1L, 2L);
    }
}
