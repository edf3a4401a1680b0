package dev.azoth.orm.loading;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.NoResultException;
import dev.azoth.orm.loading.Trade.City;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Line;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@EveryDatabase
class LoadByKeyTest {
    private static final EntityMapping<Customer> CUSTOMERS = EntityMapping.of(Customer.class);
    private static final EntityMapping<Line> LINES = EntityMapping.of(Line.class);

    private final Database database;

    LoadByKeyTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void objectIsLoadedOnce() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer cyd = session.get(Customer.class, 3L);

            Sent.during(
                            database,
                            () -> assertThat(session.get(Customer.class, 3L)).isSameAs(cyd))
                    .wasNothing();
            assertThat(session.queries.load(CUSTOMERS, CUSTOMERS.key(99L))).isEmpty();
        }
    }

    @Test
    void keysAreAskedForTogether() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer cyd = session.get(Customer.class, 3L);
            List<EntityKey> keys =
                    LongStream.rangeClosed(1, 1200).mapToObj(CUSTOMERS::key).toList();

            Sent.during(
                            database,
                            () -> assertThat(session.queries.loadAll(CUSTOMERS, keys))
                                    .hasSize(4)
                                    .containsEntry(CUSTOMERS.key(3L), cyd))
                    .wasStatements(3 + 2);
            Sent.during(
                            database,
                            () -> assertThat(session.queries.loadAll(
                                            LINES, List.of(LINES.key(10L, 1), LINES.key(10L, 2), LINES.key(20L, 1))))
                                    .hasSize(3))
                    .wasStatements(2);
        }
    }

    @Test
    void fiveHundredKeysOfSeveralColumnsFitIntoAStatement() {
        try (HeldObjects session = new HeldObjects(database)) {
            List<EntityKey> keys = IntStream.rangeClosed(1, 500)
                    .mapToObj(number -> LINES.key(10L, number))
                    .toList();

            Sent.during(
                            database,
                            () -> assertThat(session.queries.loadAll(LINES, keys))
                                    .hasSize(2))
                    .wasStatements(2);
        }
    }

    @Test
    void refreshReadsTheRowAgain() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer bob = session.get(Customer.class, 2L);
            assertThat(bob.purchases).hasSize(1);
            assertThat(bob.biography.get()).isEqualTo("builds");
            City rome = bob.home;
            bob.name = "changed";
            bob.home = null;
            session.connection()
                    .execute(update(CUSTOMERS.table())
                            .set(Trade.customer.table().column("biography", String.class), "digs")
                            .where(Trade.customer.column("id", Long.class).eq(2L)));

            session.queries.refresh(bob);

            assertThat(bob.name).isEqualTo("Bob");
            assertThat(bob.home).isSameAs(rome);
            assertThat(bob.purchases.toString()).isEqualTo("[not loaded]");
            assertThat(bob.biography.get()).isEqualTo("digs");
        }
    }

    @Test
    void refreshNeedsARowAndASession() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThatThrownBy(() -> session.queries.refresh(new Customer()))
                    .isExactlyInstanceOf(InvalidRequestException.class)
                    .hasMessage("a Customer that is not in this session cannot be refreshed");
            Customer gone = new Customer();
            gone.id = 77L;
            session.adopt(CUSTOMERS, CUSTOMERS.key(77L), gone);
            assertThatThrownBy(() -> session.queries.refresh(gone))
                    .isInstanceOf(NoResultException.class)
                    .hasMessage("Customer#77 cannot be refreshed: its row is gone");
        }
    }

    @Test
    void relationshipOfManyIsLoadedForACascade() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.strict = true;
            List<Purchase> found = session.all(select(Trade.purchase));

            Sent.during(
                            database,
                            () -> session.queries.load(
                                    EntityMapping.of(Purchase.class).relationship("lines"), found))
                    .wasStatements(1);
            Sent.during(
                            database,
                            () -> assertThat(found)
                                    .extracting(each -> each.lines.size())
                                    .contains(2))
                    .wasNothing();
        }
    }
}
