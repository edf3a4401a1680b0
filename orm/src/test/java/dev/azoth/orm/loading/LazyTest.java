package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.lazyload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.loading.Trade.Club;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Line;
import dev.azoth.orm.loading.Trade.Part;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.Test;

@EveryDatabase
class LazyTest {
    private final Database database;

    LazyTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void collectionLoadsOnceWhenFirstUsed() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);

            Sent.during(database, () -> {
                        assertThat(ada.purchases).extracting(each -> each.id).containsExactly(10L, 11L);
                        assertThat(ada.purchases.size()).isEqualTo(2);
                    })
                    .was("SELECT purchase.id, purchase.customer_id FROM purchase"
                            + " WHERE purchase.customer_id IN (?) ORDER BY purchase.id");
            assertThat(session.told)
                    .endsWith("asked for Customer.purchases", "Purchase#10", "Purchase#11", "Customer#1.purchases");
        }
    }

    @Test
    void collectionOfPairsLoadsFromBothSides() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);
            Club chess = session.get(Club.class, 1L);

            Sent.during(database, () -> {
                        assertThat(chess.members).extracting(each -> each.name).containsExactly("Bob", "Ada");
                        assertThat(ada.clubs.contains(chess)).isTrue();
                    })
                    .was(
                            "SELECT membership.club_id, customer.id, customer.name, customer.home_id FROM membership"
                                    + " JOIN customer ON customer.id = membership.customer_id"
                                    + " WHERE membership.club_id IN (?) ORDER BY customer.name DESC",
                            "SELECT membership.customer_id, club.id, club.name FROM membership"
                                    + " JOIN club ON club.id = membership.club_id WHERE membership.customer_id IN (?)");
        }
    }

    @Test
    void collectionOfACompositeKeyLoads() {
        try (HeldObjects session = new HeldObjects(database)) {
            Line line = session.get(Line.class, 10L, 1);

            assertThat(line.parts).extracting(each -> each.id).containsExactly(100L, 101L);
            assertThat(line.purchase.id).isEqualTo(10);
            assertThat(session.get(Part.class, 102L).line.get().purchase.id).isEqualTo(20);
        }
    }

    @Test
    void relationshipToOneIsTakenFromTheSessionWhenItIsThere() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);
            Purchase purchase = session.get(Purchase.class, 10L);

            assertThat(purchase.customer.isLoaded()).isFalse();
            Sent.during(database, () -> assertThat(purchase.customer.get()).isSameAs(ada))
                    .wasNothing();
        }
    }

    @Test
    void relationshipToOneLoadsWhenAskedFor() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            Purchase purchase = session.get(Purchase.class, 10L);

            Sent.during(database, () -> assertThat(purchase.customer.get().name).isEqualTo("Ada"))
                    .was("SELECT customer.id, customer.name, customer.home_id FROM customer WHERE customer.id IN (?)");
            Sent.during(
                            database,
                            () -> assertThat(purchase.customer.get().badge.get().id)
                                    .isEqualTo(7))
                    .was("SELECT badge.id, badge.customer_id FROM badge WHERE badge.customer_id IN (?)");
        }
    }

    @Test
    void deferredColumnLoadsWhenAskedFor() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);
            Customer cyd = session.get(Customer.class, 3L);

            Sent.during(database, () -> {
                        assertThat(ada.biography.get()).isEqualTo("counts");
                        assertThat(ada.biography.get()).isEqualTo("counts");
                    })
                    .was("SELECT customer.biography FROM customer WHERE customer.id IN (?)");
            assertThat(cyd.biography.get()).isNull();
        }
    }

    @Test
    void optionsBehindALazyRelationshipApplyWhenItLoads() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.one(select(Trade.customer)
                    .where(Trade.customer.column("id", Long.class).eq(1L))
                    .options(lazyload(Trade.purchases).joinedload(Trade.lines)));

            Sent.during(database, () -> assertThat(ada.purchases.get(0).lines).hasSize(2))
                    .wasStatements(1);
        }
    }

    @Test
    void additionsWaitWhereTheSessionTakesThem() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.takesChanges = true;
            Customer ada = session.get(Customer.class, 1L);
            Purchase added = new Purchase();

            Sent.during(database, () -> ada.purchases.add(added)).wasNothing();
            assertThat(((TrackedCollection) ada.purchases).isLoaded()).isFalse();
            assertThat(((TrackedCollection) ada.purchases).added()).hasSize(1);
            assertThat(ada.purchases).hasSize(3).last().isSameAs(added);
        }
    }

    @Test
    void additionsLoadWhereTheSessionDoesNotTakeThem() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);

            Sent.during(database, () -> ada.purchases.add(new Purchase())).wasStatements(1);
            assertThat(ada.purchases).hasSize(3);
        }
    }

    @Test
    void whatALoadBringsIsNotLoadedAgain() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.customer)
                    .options(joinedload(Trade.purchases)
                            .selectinload(Trade.lines)
                            .selectinload(Trade.parts)));

            Sent.during(database, () -> {
                        Customer bob = session.get(Customer.class, 2L);
                        assertThat(bob.purchases
                                        .get(0)
                                        .lines
                                        .get(0)
                                        .parts
                                        .get(0)
                                        .line
                                        .get()
                                        .purchase
                                        .customer
                                        .get())
                                .isSameAs(bob);
                    })
                    .wasNothing();
        }
    }
}
