package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.OperationalException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What goes wrong with a server or on the way to it; and the pool is healthy after it. */
@OnDatabase({"postgresql", "mariadb", "mysql"})
class ServerFailureTest {
    private static String replaced(Database db, String login, String port) {
        return db.url().replaceFirst("//[^/]*@([^/:]*):(\\d+)", "//" + login + "@$1:" + port.replace("same", "$2"));
    }

    @Test
    void aWrongPasswordIsSaidAtOnce(Database db) {
        Instant began = Instant.now();
        try (Engine engine = Engine.create(replaced(db, "nobody_here:wrong", "same"))) {
            assertThatThrownBy(() -> engine.begin(c -> c.execute(select(value(1)))))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.AUTHENTICATION))
                    .hasMessageNotContaining("wrong:");
        }
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aClosedPortAndAnUnknownHostAreOperational(Database db) {
        for (String url :
                new String[] {replaced(db, "root", "1"), db.url().replaceFirst("@[^/]*/", "@no-such-host.invalid:1234/")
                }) {
            try (Engine engine = Engine.create(url)) {
                assertThatThrownBy(() -> engine.begin(c -> c.execute(select(value(1)))))
                        .as(url)
                        .isInstanceOfSatisfying(
                                OperationalException.class,
                                e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.DISCONNECTED));
            }
        }
    }

    private static void kill(Database db, long session) {
        String statement =
                db.name().equals("postgresql") ? "SELECT pg_terminate_backend(" + session + ")" : "KILL " + session;
        db.engine().begin(c -> c.execute(text(statement)).close());
    }

    private static long session(Database db, Connection connection) {
        String function = db.name().equals("postgresql") ? "pg_backend_pid()" : "connection_id()";
        Object number = connection.execute(text("SELECT " + function)).one().get(0);
        return ((Number) Objects.requireNonNull(number)).longValue();
    }

    @Test
    void aConnectionKilledInMidTransactionLosesItAndThePoolGoesOn(Database db) {
        Table table = Table.of(new MetaData(), "killed", Column.of("n", INTEGER).primaryKey());
        MetaData.of(List.of(table)).createAll(db.engine());
        Column<Integer> n = table.column("n", Integer.class);
        try (Connection connection = db.engine().connect()) {
            connection.execute(insert(table).values(n, 1));
            kill(db, session(db, connection));

            assertThatThrownBy(() -> connection.execute(insert(table).values(n, 2)))
                    .isInstanceOfSatisfying(
                            OperationalException.class,
                            e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.DISCONNECTED));
            assertThatThrownBy(() -> connection.execute(insert(table).values(n, 3)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the connection was lost, and its transaction is undone: call rollback() first");
            assertThatThrownBy(connection::commit).isInstanceOf(InvalidRequestException.class);
            connection.rollback();
            connection.execute(insert(table).values(n, 4));
            connection.commit();
        }
        List<Integer> kept = db.engine().transaction(c -> c.execute(select(n)).all());
        assertThat(kept).containsExactly(4);
    }

    @Test
    void aConnectionFoundDeadBeforeItsTransactionIsReplaced(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(1))) {
            long session = engine.transaction(c -> session(db, c));
            kill(db, session);

            int answer = engine.transaction(c -> c.execute(select(value(7))).one());
            assertThat(answer).isEqualTo(7);
        }
    }

    @Test
    void anInsertThatFindsItsConnectionDeadIsDoneOnce(Database db) {
        Table table = Table.of(new MetaData(), "sent_again", Column.of("n", INTEGER));
        MetaData.of(List.of(table)).createAll(db.engine());
        Column<Integer> n = table.column("n", Integer.class);
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(1))) {
            kill(db, engine.transaction(c -> session(db, c)));
            engine.begin(c -> c.execute(insert(table).values(n, 1)));
        }
        List<Integer> kept = db.engine().transaction(c -> c.execute(select(n)).all());
        assertThat(kept).containsExactly(1);
    }

    @Test
    void aDeadConnectionIsReplacedWhenItsIsolationLevelIsSet(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(1))) {
            kill(db, engine.transaction(c -> session(db, c)));

            int answer = engine.transaction(c -> c.isolation(IsolationLevel.SERIALIZABLE)
                    .execute(select(value(7)))
                    .one());
            assertThat(answer).isEqualTo(7);
        }
    }

    /** A bug: text was sent again like any other statement, and a procedure that had committed did its work twice. */
    @Test
    void textIsNotSentAgain(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(1))) {
            kill(db, engine.transaction(c -> session(db, c)));
            try (Connection connection = engine.connect()) {
                assertThatThrownBy(() -> connection.execute(text("SELECT 1")))
                        .isInstanceOfSatisfying(
                                OperationalException.class,
                                e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.DISCONNECTED));
                assertThat(connection.execute(select(value(7))).one()).isEqualTo(7);
            }
        }
    }

    @Test
    void aProcedureThatCommittedBeforeItsConnectionDiedIsCalledOnce(Database db) {
        if (db.name().equals("postgresql")) {
            return; // its procedures commit only outside a transaction
        }
        Table table = Table.of(new MetaData(), "called", Column.of("n", INTEGER));
        MetaData.of(List.of(table)).createAll(db.engine());
        Column<Integer> n = table.column("n", Integer.class);
        db.engine()
                .begin(
                        c -> c.execute(
                                text(
                                        "CREATE PROCEDURE commits_and_waits() BEGIN INSERT INTO called VALUES (1); COMMIT; DO sleep(30); END")));
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(1))) {
            long session = engine.transaction(c -> session(db, c));
            CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
                while (db.engine().transaction(c -> c.execute(select(n)).all()).isEmpty()) {
                    Thread.onSpinWait();
                }
                kill(db, session);
            });

            assertThatThrownBy(() -> engine.begin(c -> c.execute(text("CALL commits_and_waits()"))))
                    .isInstanceOf(OperationalException.class);
            killed.join();
        }
        List<Integer> kept = db.engine().transaction(c -> c.execute(select(n)).all());
        assertThat(kept).containsExactly(1);
    }
}
