package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.populateExisting;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.loading.Trade.Club;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.orm.loading.Trade.TreeNode;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What loading and the unit of work make of each other's objects. */
@EveryDatabase
class SessionLoadingTest {
    private static final Select<Customer> CUSTOMERS =
            select(Trade.customer).orderBy(Trade.customer.column("id", Long.class));

    private final Database database;
    private final SessionFactory sessions;

    SessionLoadingTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    private static Purchase purchase(long id, Customer customer) {
        Purchase purchase = new Purchase();
        purchase.id = id;
        purchase.customer = Lazy.of(customer);
        return purchase;
    }

    @Test
    void loadedObjectsAreUnchanged() {
        try (Session session = sessions.open()) {
            List<Customer> found = session.execute(CUSTOMERS.options(
                            selectinload(Trade.purchases)
                                    .joinedload(Trade.lines)
                                    .selectinload(Trade.parts),
                            selectinload(Trade.badge),
                            joinedload(Trade.clubs)))
                    .all();
            assertThat(found.get(1).biography.get()).isEqualTo("builds");
            assertThat(found.get(0).clubs.iterator().next().members).isNotEmpty();

            assertThat(session.pending()).isEmpty();
            Sent.during(database, session::commit).wasNothing();
        }
    }

    @Test
    void lazyCollectionSeesWhatIsPending() {
        try (Session session = sessions.open()) {
            Customer dan = session.get(Customer.class, 4L).orElseThrow();
            session.add(purchase(40, dan));

            assertThat(dan.purchases).extracting(each -> each.id).containsExactly(40L);
            session.rollback();
        }
    }

    @Test
    void pairsAreAddedToAndRemovedFromLazyCollections() {
        try (Session session = sessions.open()) {
            Customer cyd = session.get(Customer.class, 3L).orElseThrow();
            Club rowing = session.get(Club.class, 2L).orElseThrow();
            cyd.clubs.add(rowing);
            session.commit();
        }
        try (Session session = sessions.open()) {
            Customer cyd = session.get(Customer.class, 3L).orElseThrow();
            Club rowing = session.get(Club.class, 2L).orElseThrow();
            assertThat(cyd.clubs.contains(rowing)).isTrue();
            cyd.clubs.remove(rowing);
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Customer.class, 3L).orElseThrow().clubs).isEmpty();
        }
    }

    @Test
    void objectsStayLoadedAfterCommitAndClose() {
        Customer ada;
        try (Session session = sessions.open()) {
            ada = session.execute(CUSTOMERS.limit(1).options(selectinload(Trade.purchases)))
                    .one();
            session.commit();
        }
        assertThat(ada.purchases).hasSize(2);
        assertThat(ada.home.country.name).isEqualTo("Italy");
        assertThatThrownBy(ada.clubs::size)
                .isInstanceOf(DetachedException.class)
                .hasMessageStartingWith("Customer#1.clubs was not loaded, and its session is closed.\n"
                        + "  loaded at   SessionLoadingTest.objectsStayLoadedAfterCommitAndClose (");
    }

    @Test
    void changeIsNeitherOverwrittenNorForgotten() {
        try (Session session = sessions.open()) {
            Customer ada = session.get(Customer.class, 1L).orElseThrow();
            ada.name = "Eve";
            assertThat(ada.purchases).hasSizeGreaterThanOrEqualTo(0); // loads it

            session.execute(CUSTOMERS.options(joinedload(Trade.clubs))).all();

            assertThat(ada.name).isEqualTo("Eve");
            session.rollback();
            assertThat(session.execute(CUSTOMERS.limit(1).options(populateExisting()))
                            .one()
                            .name)
                    .isEqualTo("Ada");
        }
    }

    @Test
    void refreshForgetsChangesAndWhatWasLoaded() {
        try (Session session = sessions.open()) {
            Customer ada = session.get(Customer.class, 1L).orElseThrow();
            assertThat(ada.purchases).hasSize(2);
            ada.purchases.remove(0);
            ada.name = "Eve";

            session.refresh(ada);

            assertThat(ada.name).isEqualTo("Ada");
            assertThat(ada.purchases).hasSize(2);
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void expungedObjectIsDetached() {
        try (Session session = sessions.open()) {
            Customer ada = session.get(Customer.class, 1L).orElseThrow();
            session.expunge(ada);

            assertThatThrownBy(ada.clubs::size).isInstanceOf(DetachedException.class);
        }
    }

    @Test
    void strictSessionAndRepeatedLoadsAreOptions() {
        SessionFactory strict = SessionFactory.create(
                database.engine(), options -> options.strict(true).repeatedLoads(RepeatedLoads.failAbove(1)));
        try (Session session = strict.open()) {
            Customer ada = session.get(Customer.class, 1L).orElseThrow();
            assertThatThrownBy(ada.purchases::size).isExactlyInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> {
                        for (long id = 2; id < 5; id++) {
                            session.get(TreeNode.class, id);
                        }
                    })
                    .hasMessageStartingWith("One line asked the same of the database 2 times");
        }
    }
}
