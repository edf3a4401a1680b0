package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinPolymorphic;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.inheritance.Fleet.depot;
import static dev.azoth.orm.inheritance.Fleet.trip;
import static dev.azoth.orm.inheritance.Fleet.truck;
import static dev.azoth.orm.inheritance.Fleet.vehicle;
import static dev.azoth.orm.inheritance.Staff.payment;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.inheritance.Fleet.Bike;
import dev.azoth.orm.inheritance.Fleet.Depot;
import dev.azoth.orm.inheritance.Fleet.Tanker;
import dev.azoth.orm.inheritance.Fleet.Trip;
import dev.azoth.orm.inheritance.Fleet.Truck;
import dev.azoth.orm.inheritance.Fleet.Vehicle;
import dev.azoth.orm.inheritance.Staff.CardPayment;
import dev.azoth.orm.inheritance.Staff.CashPayment;
import dev.azoth.orm.inheritance.Staff.Company;
import dev.azoth.orm.inheritance.Staff.Payment;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What classes add is loaded by a query for each, where all are in one table, and where each has a table of its own. */
@EveryDatabase
class PolymorphicTablesTest {
    private static final ColumnReference<String> NAME = vehicle.column("name", String.class);

    private final Database database;
    private final SessionFactory sessions;

    PolymorphicTablesTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Fleet.TABLES);
        database.engine().createAll(Staff.TABLES);
    }

    @BeforeEach
    void fill() {
        sessions.begin(session -> {
            Depot north = new Depot(1, "north 🚚");
            Truck ann = new Truck(1, "ann", 40);
            Tanker bob = new Tanker(2, "bob", 30, "milk");
            Bike cyd = new Bike(3, "cyd", "1.50");
            ann.tows = Lazy.of(cyd);
            bob.visited.add(north);
            north.vehicles.addAll(List.of(ann, bob, cyd));
            session.add(north);
            session.add(new Trip(1, bob));
            session.add(new Trip(2, cyd));
            Company bank = new Company("bank");
            session.add(bank);
            session.add(new CardPayment("1", "10.00", "4111", bank));
            session.add(new CashPayment("2", "0.50", 5));
        });
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(select(trip)).all().forEach(session::delete);
            session.execute(select(payment)).all().forEach(session::delete);
            session.flush();
            session.execute(select(depot)).all().forEach(session::delete);
            session.execute(select(Staff.company)).all().forEach(session::delete);
        });
    }

    @Test
    void theUnionHasOnlyWhatAllHave() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Vehicle> all = session.execute(select(vehicle)
                                .where(NAME.ne("nobody"))
                                .orderBy(NAME.desc())
                                .options(selectinPolymorphic(vehicle)))
                        .all();
                assertThat(all)
                        .extracting(each -> each.getClass().getSimpleName())
                        .containsExactly("Bike", "Tanker", "Truck");
                assertThat(((Bike) all.get(0)).load).isEqualByComparingTo("1.50");
                assertThat(((Tanker) all.get(1)).cargo).isEqualTo("milk");
                assertThat(((Tanker) all.get(1)).load).isEqualTo(30);
                Truck ann = (Truck) all.get(2);
                assertThat(ann.load).isEqualTo(40);
                assertThat(ann.tows.get()).isSameAs(all.get(0));
            });
            assertThat(sent.get(0)).contains("UNION ALL").doesNotContain("load", "select\"", "tows");
            // the rows, one for each class, the depot, its vehicles, and what they visited
            assertThat(sent.stream().filter(each -> each.contains("UNION ALL"))).hasSize(2);
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void oneClassOfThemMayBeNamed() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Truck> all = session.execute(select(truck).options(selectinPolymorphic(truck)))
                        .all();
                assertThat(all)
                        .hasSize(2)
                        .allSatisfy(each -> assertThat(each.load).isPositive());
                assertThat(all.stream().filter(Tanker.class::isInstance).map(each -> ((Tanker) each).cargo))
                        .containsExactly("milk");
            });
            assertThat(sent.get(0)).contains("load").doesNotContain("select\"", "select`");
        }
    }

    @Test
    void relationshipsToAllOfThemAreReadSoToo() {
        for (boolean joined : List.of(false, true)) {
            try (Session session = sessions.open()) {
                var toOne = trip.toOne("vehicle", Vehicle.class);
                List<Trip> trips = session.execute(select(trip)
                                .orderBy(trip.column("id", Integer.class))
                                .options((joined ? joinedload(toOne) : selectinload(toOne))
                                        .selectinPolymorphic(vehicle)))
                        .all();
                database.statements().expect(0, () -> {
                    assertThat(((Tanker) Objects.requireNonNull(trips.get(0).vehicle)).cargo)
                            .isEqualTo("milk");
                    assertThat(((Bike) Objects.requireNonNull(trips.get(1).vehicle)).load)
                            .isEqualByComparingTo(new BigDecimal("1.50"));
                });
                assertThat(session.pending()).isEmpty();
            }
        }
    }

    @Test
    void oneTableIsReadWithoutTheColumnsOfOthers() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Payment> all = session.execute(select(payment)
                                .orderBy(payment.column("number", String.class))
                                .options(selectinPolymorphic(payment)))
                        .all();
                CardPayment card = (CardPayment) all.get(0);
                assertThat(card.card).isEqualTo("4111");
                assertThat(Objects.requireNonNull(card.issuer).name).isEqualTo("bank");
                assertThat(((CashPayment) all.get(1)).coins).isEqualTo(5);
            });
            assertThat(sent.get(0)).doesNotContain("coins", "card", "issuer");
            assertThat(sent.get(1)).contains("card", "issuer").doesNotContain("coins");
            assertThat(sent.get(2)).contains("coins").doesNotContain("issuer");
            assertThat(sent.get(3)).contains("company");
            assertThat(session.pending()).isEmpty();
        }
        try (Session session = sessions.open()) {
            Payment cash = session.lookup(payment, o -> o.options(selectinPolymorphic(payment)))
                    .getOne("2");
            assertThat(((CashPayment) cash).coins).isEqualTo(5);
        }
    }

    @Test
    @Requires(Capability.LOCKS)
    void aLockReadsAllInOneStatement() {
        try (Session session = sessions.open()) {
            database.statements()
                    .expect(
                            1,
                            () -> assertThat(session.execute(select(payment)
                                                    .where(payment.column("number", String.class)
                                                            .eq("2"))
                                                    .forUpdate()
                                                    .options(selectinPolymorphic(payment)))
                                            .one())
                                    .isInstanceOfSatisfying(
                                            CashPayment.class,
                                            each -> assertThat(each.coins).isEqualTo(5)));
        }
    }
}
