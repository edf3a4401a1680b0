package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Select;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import org.junit.jupiter.api.Test;

@EveryDatabase
class LockTest {
    private static final String SELECT =
            "SELECT purchase.id FROM purchase JOIN customer ON customer.id = purchase.customer_id";

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private static Select<Long> orders() {
        return select(order.id).from(order).join(customer, customer.id.eq(order.customerId));
    }

    @Test
    @Requires(Capability.LOCKS)
    void rowsAreLocked(Database db) {
        db.expect(orders().forUpdate()).sql(SELECT + " FOR UPDATE").rowsInAnyOrder(1L, 2L, 3L);
        db.expect(orders().forUpdate(Lock::nowait))
                .sql(SELECT + " FOR UPDATE NOWAIT")
                .rowsInAnyOrder(1L, 2L, 3L);
    }

    @Test
    @Requires(Capability.SHARED_LOCKS)
    void locksAreShared(Database db) {
        db.expect(orders().forShare())
                .sql("mariadb", SELECT + " LOCK IN SHARE MODE")
                .sql(SELECT + " FOR SHARE")
                .rowsInAnyOrder(1L, 2L, 3L);
        db.expect(orders().forShare(Lock::nowait))
                .sql("mariadb", SELECT + " LOCK IN SHARE MODE NOWAIT")
                .sql(SELECT + " FOR SHARE NOWAIT")
                .rowsInAnyOrder(1L, 2L, 3L);
    }

    @Test
    @Requires(Capability.KEY_LOCKS)
    void keysAreLockedApart(Database db) {
        db.expect(orders().forNoKeyUpdate()).sql(SELECT + " FOR NO KEY UPDATE").rowsInAnyOrder(1L, 2L, 3L);
        db.expect(orders().forKeyShare()).sql(SELECT + " FOR KEY SHARE").rowsInAnyOrder(1L, 2L, 3L);
    }

    @Test
    @Requires({Capability.LOCKS, Capability.LOCK_OF})
    void rowsOfSomeTablesAreLocked(Database db) {
        db.expect(orders().forUpdate(lock -> lock.of(order).skipLocked()))
                .sql(SELECT + " FOR UPDATE OF purchase SKIP LOCKED")
                .rowsInAnyOrder(1L, 2L, 3L);
    }

    @Test
    @Requires({Capability.LOCKS, Capability.LOCK_WAIT})
    void aLockIsWaitedForSoLong(Database db) {
        db.expect(orders().forUpdate(lock -> lock.waitSeconds(3)))
                .sql(SELECT + " FOR UPDATE WAIT 3")
                .rowsInAnyOrder(1L, 2L, 3L);
    }

    @Test
    @Requires(Capability.LOCKS)
    void aQueueIsTakenFromByTwo(Database db) {
        Select<Long> next = select(order.id).orderBy(order.id).limit(1).forUpdate(Lock::skipLocked);
        try (Connection first = db.engine().connect();
                Connection second = db.engine().connect()) {
            assertThat(first.execute(next).one()).isEqualTo(1L);
            assertThat(second.execute(next).one()).isEqualTo(2L);
            assertThatThrownBy(() -> second.execute(
                                    select(order.id).where(order.id.eq(1L)).forUpdate(Lock::nowait))
                            .all())
                    .isInstanceOf(DatabaseException.class);
        }
    }
}
