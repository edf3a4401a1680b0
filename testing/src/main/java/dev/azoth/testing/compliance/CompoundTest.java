package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.unionAll;
import static dev.azoth.sql.Sql.upper;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.sql.Fetch;
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

    /** A bug: SQLite looked for the name in the tables of the first query, where two have it. */
    @Test
    void aSetOperationIsSortedByColumnsOfOneName(Database db) {
        var first = select(order.id, customer.id).from(order).join(customer, customer.id.eq(order.customerId));
        var owners = first.where(order.id.le(2L)).union(first.where(order.id.gt(2L)));

        db.expect(owners.orderBy(customer.id.desc(), order.id).limit(1)).rows(List.of(3L, 2L));
        db.expect(owners.orderBy(customer.id, order.id.desc().nullsLast()).limit(1))
                .rows(List.of(2L, 1L));
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

    record Named(Long id, String name) {}

    @Test
    void theWholeIsCutSortedAndMadeOfRecords(Database db) {
        var all = select(customer.id, customer.name)
                .where(customer.active)
                .unionAll(select(customer.id, customer.name).where(customer.id.le(2L)));

        db.expect(all.orderBy(customer.name.desc(), customer.id).slice(1, 3).as(Named.class))
                .rows(new Named(2L, "bob"), new Named(1L, "ann"));
        db.expect(all.orderBy(customer.name)
                        .unordered()
                        .orderBy(customer.id.desc())
                        .limit(1))
                .rows(List.of(3L, "cid"));
        db.expect(select(all.as(Named.class).subquery("s").get(customer.name)))
                .rowsInAnyOrder("ann", "ann", "bob", "cid");
        assertThatThrownBy(() -> all.limit(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a number of rows is not negative: -1");
        assertThatThrownBy(() -> all.offset(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requires(Capability.WINDOWS)
    void theLimitOfTheWholeMayCountTiesAndHundredths(Database db) {
        var owners = select(order.customerId.as("owner"))
                .unionAll(select(customer.id).where(customer.id.eq(1L)));

        db.expect(owners.orderBy(order.customerId).fetch(1, Fetch.WITH_TIES)).rows(1L, 1L, 1L);
        db.expect(owners.orderBy(order.customerId.desc()).fetch(50, Fetch.PERCENT))
                .rows(2L, 1L);
        assertThatThrownBy(() -> db.engine().compile(owners.fetch(1, Fetch.WITH_TIES)))
                .isInstanceOf(CompileException.class)
                .hasMessage("fetch(…, WITH_TIES) needs an order: call orderBy(…)");
    }

    @Test
    void aTableInWithNeedNotBeReadByASetOperation(Database db) {
        db.expect(select(customer.id)
                        .where(customer.id.eq(1L))
                        .union(select(customer.id).where(customer.id.eq(3L)))
                        .with(select(order.id).cte("unread"))
                        .orderBy(customer.id))
                .rows(1L, 3L);
    }

    @Test
    @Requires(Capability.LIMIT_EXPRESSION)
    void theLimitOfTheWholeMayBeComputed(Database db) {
        db.expect(select(customer.id)
                        .unionAll(select(order.id))
                        .orderBy(customer.id)
                        .limit(literal(1L).plus(1L))
                        .offset(literal(1L).plus(1L)))
                .rows(2L, 2L);
    }

    @Test
    @Requires(Capability.SET_ALL)
    void rowsAreCountedInSetOperations(Database db) {
        db.expect(select(order.customerId).exceptAll(select(customer.id))).rows(1L);
        db.expect(select(order.customerId).intersectAll(select(order.customerId)))
                .rowsInAnyOrder(1L, 1L, 2L);
    }
}
