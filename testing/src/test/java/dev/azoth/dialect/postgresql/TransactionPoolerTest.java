package dev.azoth.dialect.postgresql;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.server.TransactionPooler;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Behind PgBouncer in its mode of transactions, two connections to the server serve all clients: whatever a session keeps, the next transaction misses or inherits. Users of other libraries meet
 * {@code prepared statement "S_1" already exists} there.
 */
@OnDatabase("postgresql")
class TransactionPoolerTest {
    private static final int CLIENTS = 8;

    private final Database db;

    TransactionPoolerTest(Database db) {
        this.db = db;
    }

    /** How a client comes: with no statement kept on the server, or with some where the pooler keeps track of them, as PgBouncer does from 1.21 on. */
    private List<String> urls() {
        return List.of(TransactionPooler.url(db, 0) + "?prepareThreshold=0", TransactionPooler.url(db, 100));
    }

    private interface Work {
        void run(Engine engine, int client) throws Exception;
    }

    /** Each client has an engine of its own. */
    private static void inParallel(String url, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                done.add(threads.submit(() -> {
                    try (Engine engine = Engine.create(url, o -> o.poolSize(2))) {
                        work.run(engine, number);
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int one(Connection connection, String sql, int value) {
        return connection
                .execute(Sql.text(sql).bind("value", value).column("answer", Types.INTEGER))
                .one()
                .get("answer", Integer.class);
    }

    @Test
    void statementsAreRepeatedByManyClients() throws Exception {
        for (String url : urls()) {
            inParallel(url, (engine, client) -> {
                for (int i = 0; i < 40; i++) {
                    int value = client * 100 + i;
                    assertThat((int) engine.transaction(
                                    connection -> one(connection, "SELECT :value + 1 AS answer", value)))
                            .isEqualTo(value + 1);
                    assertThat((int) engine.transaction(connection ->
                                    one(connection, "SELECT :value * " + (client + 1) + " AS answer", value)))
                            .isEqualTo(value * (client + 1));
                }
            });
        }
    }

    /** What the pooler cannot keep is told with the way out. */
    @Test
    void statementsThatThePoolerForgetsAreExplained() {
        assertThatThrownBy(() -> inParallel(TransactionPooler.url(db, 0), (engine, client) -> {
                    for (int i = 0; i < 40; i++) {
                        engine.transaction(connection -> one(connection, "SELECT :value + 1 AS answer", 1));
                    }
                }))
                .hasRootCauseInstanceOf(java.sql.SQLException.class)
                .cause()
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("prepared statement")
                .hasMessageContaining(
                        "behind a pooler of transactions, say prepareThreshold=0 in the URL, so that nothing is prepared on the server");
    }

    @Test
    void settingsOfATransactionEndWithIt() throws Exception {
        for (String url : urls()) {
            inParallel(url, (engine, client) -> {
                for (int i = 0; i < 20; i++) {
                    engine.begin(connection -> {
                        assertThat(setting(connection)).isIn(null, "");
                        connection
                                .execute(Sql.text("SELECT set_config('azoth.client', :client, true)")
                                        .bind("client", "client " + client))
                                .all();
                        assertThat(setting(connection)).isEqualTo("client " + client);
                    });
                }
            });
        }
    }

    private static String setting(Connection connection) {
        return connection
                .execute(Sql.text("SELECT current_setting('azoth.client', true) AS setting")
                        .column("setting", Types.TEXT))
                .one()
                .get("setting", String.class);
    }

    @Test
    void schemasAreCreatedByManyAndRowsCopiedAndStreamed() throws Exception {
        for (String url : urls()) {
            MetaData metadata = new MetaData();
            Column<Integer> number = Column.of("number", Types.INTEGER).primaryKey();
            Column<String> name = Column.of("name", Types.TEXT).notNull();
            Table table = Table.of(metadata, "behind_pooler", number, name);
            inParallel(url, (engine, client) -> {
                metadata.createAll(engine); // under an advisory lock of the transaction
                int first = client * 2_000;
                List<Object[]> rows = IntStream.range(first, first + 2_000)
                        .mapToObj(i -> new Object[] {i, "name " + i})
                        .toList();
                engine.begin(connection -> connection.copyIn(table, ParameterRows.of(List.of(number, name), rows)));
                engine.begin(connection -> {
                    int expected = first;
                    try (var stream = connection.stream(
                            select(number)
                                    .where(number.ge(first), number.lt(first + 2_000))
                                    .orderBy(number),
                            100)) {
                        for (int each : stream) {
                            assertThat(each).isEqualTo(expected++);
                            if (each % 500 == 0) {
                                assertThat(one(connection, "SELECT :value AS answer", each))
                                        .isEqualTo(each);
                            }
                        }
                    }
                    assertThat(expected).isEqualTo(first + 2_000);
                });
            });
            metadata.dropAll(db.engine());
        }
    }

    @Test
    void advisoryLocksOfATransactionKeepOthersOut() throws Exception {
        for (String url : urls()) {
            db.engine()
                    .begin(connection -> connection.executeDriverSql("CREATE TABLE pooled_counter AS SELECT 0 AS at"));
            inParallel(url, (engine, client) -> {
                for (int i = 0; i < 10; i++) {
                    engine.begin(connection -> {
                        connection
                                .execute(Sql.text("SELECT pg_advisory_xact_lock(4711)"))
                                .all();
                        int at = one(connection, "SELECT at + :value AS answer FROM pooled_counter", 1);
                        connection.execute(
                                Sql.text("UPDATE pooled_counter SET at = :at").bind("at", at));
                    });
                }
            });
            assertThat((int) db.engine()
                            .transaction(connection ->
                                    one(connection, "SELECT at + :value AS answer FROM pooled_counter", 0)))
                    .isEqualTo(CLIENTS * 10);
            db.engine().begin(connection -> connection.executeDriverSql("DROP TABLE pooled_counter"));
        }
    }
}
