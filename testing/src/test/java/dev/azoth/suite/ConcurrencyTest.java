package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ConcurrencyTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    static final Column<Integer> amount = Column.of("amount", INTEGER).notNull();
    static final Table account = Table.of(METADATA, "account", id, amount);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .begin(c ->
                        c.execute(insert(account).columns(id, amount).row(1, 0).row(2, 0)));
    }

    private static void eightTimes(Callable<Boolean> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(8, work))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int amount(Engine engine, int of) {
        return engine.transaction(
                c -> c.execute(select(amount).where(id.eq(of))).one());
    }

    @Test
    void writersOfOneRowWaitForEachOther(Database db) throws Exception {
        // nobody waits on DuckDB: all but one fail, and have to try again
        int attempts = db.name().equals("duckdb") ? 200 : 1;
        eightTimes(() -> {
            for (int i = 0; i < 20; i++) {
                db.engine()
                        .retrying(
                                attempts,
                                c -> c.execute(update(account)
                                                .set(amount, amount.plus(1))
                                                .where(id.eq(1)))
                                        .rowCount());
            }
            return true;
        });
        assertThat(amount(db.engine(), 1)).isEqualTo(160);
    }

    @Test
    void whoReadsAndThenWritesTriesAgain(Database db) throws Exception {
        eightTimes(() -> {
            for (int i = 0; i < 5; i++) {
                db.engine().retrying(200, c -> readAndWrite(c, db));
            }
            return true;
        });
        assertThat(amount(db.engine(), 2)).isEqualTo(40);
    }

    private static boolean readAndWrite(Connection connection, Database db) {
        connection.isolation(db.name().equals("duckdb") ? IsolationLevel.REPEATABLE_READ : IsolationLevel.SERIALIZABLE);
        int before = connection.execute(select(amount).where(id.eq(2))).one();
        connection.execute(update(account).set(amount, before + 1).where(id.eq(2)));
        return true;
    }

    @Test
    void otherFailuresAreNotTriedAgain(Database db) {
        int[] attempts = new int[1];
        assertThatThrownBy(() -> db.engine().retrying(5, c -> {
                    attempts[0]++;
                    return c.execute(insert(account).values(id, 1).values(amount, 0));
                }))
                .isInstanceOf(IntegrityException.class);
        assertThat(attempts[0]).isEqualTo(1);
    }

    /** A bug: a refresh waited for the connection of one who waited for the refresh. */
    @Test
    void theServerIsAskedAgainWhileAllConnectionsAreInUse(Database db) throws Exception {
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(1));
                Connection connection = engine.connect()) {
            connection.execute(select(literal(1))).one();
            Thread refresh = new Thread(engine::refreshServer);
            refresh.start();
            Thread.sleep(300);
            assertThat(connection.execute(select(literal(1))).all()).containsExactly(1);
            connection.close();
            refresh.join(5_000);
            assertThat(refresh.isAlive()).isFalse();
        }
    }
}
