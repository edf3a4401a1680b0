package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.Result;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What nobody closes goes back to its pool once it is forgotten. */
@EveryDatabase
class ForgottenConnectionTest {
    @PrepareDatabase
    static void open(Database db) {
        Shop.open(db.engine());
    }

    /** Before its last row, and with its connection in the middle of it. */
    @Test
    void aClosedResultFreesItsConnection(Database db) {
        try (Engine engine =
                Engine.create(db.url(), options -> options.poolSize(1).connectTimeout(Duration.ofSeconds(5)))) {
            for (int i = 0; i < 3; i++) {
                try (Connection connection = engine.connect()) {
                    Result<String> names =
                            connection.stream(select(customer.name).orderBy(customer.id), 1);
                    assertThat(names.next()).contains("ann");
                    names.close();
                    assertThat(connection
                                    .execute(select(count()).from(customer))
                                    .one())
                            .isEqualTo(3L);
                    assertThat(connection.stream(select(customer.name).orderBy(customer.id), 1)
                                    .next())
                            .contains("ann");
                }
            }
        }
    }

    @Test
    void aForgottenResultAndConnectionGoBackToThePool(Database db) throws InterruptedException {
        try (Engine engine =
                Engine.create(db.url(), options -> options.poolSize(1).connectTimeout(Duration.ofSeconds(5)))) {
            for (int i = 0; i < 3; i++) {
                forget(engine);
                for (int tries = 0; tries < 20; tries++) {
                    System.gc();
                    Thread.sleep(10);
                }
            }
            try (Connection connection = engine.connect()) {
                assertThat(connection.execute(select(count()).from(customer)).one())
                        .isEqualTo(3L);
            }
        }
    }

    /** The row that is not committed is undone. */
    private static void forget(Engine engine) {
        Connection connection = engine.connect();
        connection.execute(insert(customer)
                .values(customer.id, 99L)
                .values(customer.name, "gone")
                .values(customer.active, true));
        Result<String> names = connection.stream(select(customer.name).orderBy(customer.id), 1);
        assertThat(names.next()).contains("ann");
    }

    @Test
    void aForgottenReadOnlyConnectionMayWriteAgain(Database db) throws InterruptedException {
        if (!db.has(Capability.READ_ONLY)) {
            return;
        }
        try (Engine engine =
                Engine.create(db.url(), options -> options.poolSize(1).connectTimeout(Duration.ofSeconds(5)))) {
            forgetReading(engine);
            for (int tries = 0; tries < 20; tries++) {
                System.gc();
                Thread.sleep(10);
            }
            engine.begin(connection -> {
                connection.execute(insert(customer)
                        .values(customer.id, 98L)
                        .values(customer.name, "new")
                        .values(customer.active, true));
                connection.rollback();
            });
        }
    }

    private static void forgetReading(Engine engine) {
        Result<String> names =
                engine.connect().readOnly(true).execute(select(customer.name).orderBy(customer.id));
        assertThat(names.next()).contains("ann");
    }
}
