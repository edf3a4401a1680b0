package dev.azoth.suite;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.suite.Shop.customer;
import static dev.azoth.suite.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Map;
import java.util.function.UnaryOperator;
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

    private static void check(Database db, UnaryOperator<Select<Long>> change, Map<String, String> written) {
        Select<Long> locking = change.apply(orders());
        String lock = written.get(db.name());
        if (lock == null) {
            assertThatThrownBy(() -> db.engine().compile(locking))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining(" has no ");
        } else {
            db.expect(locking).sql(SELECT + lock).rowsInAnyOrder(1L, 2L, 3L);
        }
    }

    @Test
    void strengths(Database db) {
        check(
                db,
                Select::forUpdate,
                Map.of(
                        "postgresql", " FOR UPDATE",
                        "mysql", " FOR UPDATE",
                        "mariadb", " FOR UPDATE",
                        "h2", " FOR UPDATE"));
        check(
                db,
                Select::forShare,
                Map.of("postgresql", " FOR SHARE", "mysql", " FOR SHARE", "mariadb", " LOCK IN SHARE MODE"));
        check(db, Select::forNoKeyUpdate, Map.of("postgresql", " FOR NO KEY UPDATE"));
        check(db, Select::forKeyShare, Map.of("postgresql", " FOR KEY SHARE"));
    }

    @Test
    void ofSomeTablesAndWithoutWaiting(Database db) {
        check(
                db,
                query -> query.forUpdate(lock -> lock.of(order).skipLocked()),
                Map.of(
                        "postgresql", " FOR UPDATE OF purchase SKIP LOCKED",
                        "mysql", " FOR UPDATE OF purchase SKIP LOCKED",
                        "h2", " FOR UPDATE OF purchase SKIP LOCKED"));
        check(
                db,
                query -> query.forUpdate(Lock::nowait),
                Map.of(
                        "postgresql", " FOR UPDATE NOWAIT",
                        "mysql", " FOR UPDATE NOWAIT",
                        "mariadb", " FOR UPDATE NOWAIT",
                        "h2", " FOR UPDATE NOWAIT"));
        check(
                db,
                query -> query.forShare(Lock::nowait),
                Map.of(
                        "postgresql", " FOR SHARE NOWAIT",
                        "mysql", " FOR SHARE NOWAIT",
                        "mariadb", " LOCK IN SHARE MODE NOWAIT"));
        check(
                db,
                query -> query.forUpdate(lock -> lock.waitSeconds(3)),
                Map.of("mariadb", " FOR UPDATE WAIT 3", "h2", " FOR UPDATE WAIT 3"));
    }

    @Test
    void aQueueIsTakenFromByTwo(Database db) {
        Select<Long> next = select(order.id).orderBy(order.id).limit(1).forUpdate(Lock::skipLocked);
        if (db.name().equals("sqlite") || db.name().equals("duckdb")) {
            assertThatThrownBy(() -> db.engine().compile(next)).isInstanceOf(CompileException.class);
            return;
        }
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
