package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.immediateload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Line;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SelectinTest {
    private static final Select<Customer> CUSTOMERS =
            select(Trade.customer).orderBy(Trade.customer.column("id", Long.class));

    private final Database database;

    SelectinTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void oneStatementLoadsALevel() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = CUSTOMERS.options(
                    selectinload(Trade.purchases).selectinload(Trade.lines).selectinload(Trade.parts));

            Sent.during(database, () -> {
                        List<Customer> found = session.all(query);
                        assertThat(found.get(0).purchases.get(0).lines.get(0).parts)
                                .extracting(part -> part.id)
                                .containsExactly(100L, 101L);
                        assertThat(found.get(0).purchases.get(0).lines.get(1).parts)
                                .isEmpty();
                        assertThat(found.get(2).purchases.get(0).lines).isEmpty();
                        assertThat(found.get(3).purchases).isEmpty();
                    })
                    .was(
                            "SELECT customer.id, customer.name, customer.home_id FROM customer ORDER BY customer.id",
                            "SELECT city.id, city.name, city.country_id FROM city WHERE city.id IN (?, ?)",
                            "SELECT purchase.id, purchase.customer_id FROM purchase"
                                    + " WHERE purchase.customer_id IN (?, ?, ?, ?) ORDER BY purchase.id",
                            "SELECT country.id, country.name FROM country WHERE country.id IN (?)",
                            "SELECT line.purchase_id, line.number, line.quantity FROM line"
                                    + " WHERE line.purchase_id IN (?, ?, ?, ?) ORDER BY line.number",
                            "SELECT part.id, part.line_purchase_id, part.line_number FROM part"
                                    + " WHERE part.line_purchase_id = ? AND part.line_number = ?"
                                    + " OR part.line_purchase_id = ? AND part.line_number = ?"
                                    + " OR part.line_purchase_id = ? AND part.line_number = ?"
                                    + " OR part.line_purchase_id = ? AND part.line_number = ? ORDER BY part.id");
        }
    }

    @Test
    void pairsAreReadWithTheirTargets() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = CUSTOMERS
                    .where(Trade.customer.column("id", Long.class).ne(3L))
                    .options(selectinload(Trade.clubs));

            Sent sent = Sent.during(database, () -> {
                List<Customer> found = session.all(query);
                assertThat(found.get(0).clubs)
                        .extracting(club -> club.name)
                        .containsExactlyInAnyOrder("Chess", "Rowing");
                assertThat(found.get(1).clubs.iterator().next())
                        .isSameAs(found.get(0).clubs.stream()
                                .filter(club -> club.id == 1)
                                .findFirst()
                                .orElseThrow());
                assertThat(found.get(2).clubs).isEmpty();
            });

            sent.was(
                    "SELECT customer.id, customer.name, customer.home_id FROM customer"
                            + " WHERE customer.id <> ? ORDER BY customer.id",
                    "SELECT city.id, city.name, city.country_id FROM city WHERE city.id IN (?, ?)",
                    "SELECT membership.customer_id, club.id, club.name FROM membership"
                            + " JOIN club ON club.id = membership.club_id WHERE membership.customer_id IN (?, ?, ?, ?)",
                    "SELECT country.id, country.name FROM country WHERE country.id IN (?)");
        }
    }

    @Test
    void plainRelationshipToOneIsLoadedOnceForAllAndNullStaysNull() {
        try (HeldObjects session = new HeldObjects(database)) {
            List<Customer> found = session.all(CUSTOMERS);

            assertThat(found.get(0).home).isNotNull().isSameAs(found.get(1).home);
            assertThat(found.get(0).home.country.name).isEqualTo("Italy");
            assertThat(found.get(2).home).isNull();
            assertThat(found.get(3).home.country).isNull();
        }
    }

    @Test
    void whatTheSessionHasIsNotAskedFor() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));

            Sent.during(database, () -> session.all(CUSTOMERS))
                    .was("SELECT customer.id, customer.name, customer.home_id FROM customer ORDER BY customer.id");
        }
    }

    @Test
    void optionsReachObjectsThatTheSessionHasAlready() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer held = session.get(Customer.class, 1L);
            assertThat(held.purchases.toString()).isEqualTo("[not loaded]");

            session.all(CUSTOMERS.options(selectinload(Trade.purchases).selectinload(Trade.lines)));
            Sent.during(database, () -> assertThat(held.purchases.get(0).lines).hasSize(2))
                    .wasNothing();
            assertThat(session.told).contains("Customer#1.purchases");

            Sent.during(
                            database,
                            () -> session.all(CUSTOMERS.options(selectinload(Trade.purchases)
                                    .selectinload(Trade.lines)
                                    .selectinload(Trade.parts))))
                    .wasStatements(2);
        }
    }

    @Test
    void lazyRelationshipsToOneAreResolved() {
        try (HeldObjects session = new HeldObjects(database)) {
            List<Purchase> found = session.all(select(Trade.purchase)
                    .orderBy(Trade.purchase.column("id", Long.class))
                    .options(selectinload(Trade.buyer).selectinload(Trade.badge)));

            Sent.during(database, () -> {
                        assertThat(found.get(0).customer.isLoaded()).isTrue();
                        assertThat(found.get(0).customer.get().badge.get().id).isEqualTo(7L);
                        assertThat(found.get(2).customer.get().badge.isLoaded()).isTrue();
                        assertThat(found.get(2).customer.get().badge.get()).isNull();
                    })
                    .wasNothing();
        }
    }

    @Test
    void immediateAsksForEachOwner() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));

            Sent.during(database, () -> session.all(CUSTOMERS.options(immediateload(Trade.purchases))))
                    .wasStatements(1 + 4);
        }
    }

    @Test
    void manyOwnersAreSplitIntoBatches() {
        try (Connection connection = database.engine().connect()) {
            Trade.rows(
                    connection,
                    Trade.table(Purchase.class),
                    IntStream.range(1000, 2001).mapToObj(id -> id + ",4").toArray(String[]::new));
            Trade.rows(connection, Trade.table(Line.class), "1000,1,1", "1999,1,2", "2000,1,3");
            connection.commit();
        }
        try (HeldObjects session = new HeldObjects(database)) {
            var id = Trade.purchase.column("id", Long.class);
            var query = select(Trade.purchase).where(id.ge(1000L)).orderBy(id);

            Sent.during(database, () -> {
                        List<Purchase> found = session.all(
                                query.options(selectinload(Trade.lines).selectinload(Trade.parts)));
                        assertThat(found).hasSize(1001);
                        assertThat(found.stream().filter(each -> !each.lines.isEmpty()))
                                .extracting(each -> each.id)
                                .containsExactly(1000L, 1999L, 2000L);
                    })
                    .wasStatements(1 + 3 + 1);
        } finally {
            try (Connection connection = database.engine().connect()) {
                connection.execute(delete(Trade.table(Line.class))
                        .where(Trade.line.column("quantity", Integer.class).lt(5)));
                connection.execute(delete(Trade.table(Purchase.class))
                        .where(Trade.purchase.column("id", Long.class).ge(1000L)));
                connection.commit();
            }
        }
    }

    @Test
    void theTextIsTheSameEachTime() {
        var query = CUSTOMERS.options(selectinload(Trade.purchases).joinedload(Trade.lines), selectinload(Trade.clubs));
        List<String> first;
        try (HeldObjects session = new HeldObjects(database)) {
            first = database.statements().during(() -> session.all(query));
        }
        try (HeldObjects session = new HeldObjects(database)) {
            long misses = database.engine().cacheStatistics().misses();
            assertThat(database.statements().during(() -> session.all(query))).isEqualTo(first);
            assertThat(database.engine().cacheStatistics().misses()).isEqualTo(misses);
        }
    }
}
