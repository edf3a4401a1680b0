package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.lazyload;
import static dev.azoth.orm.Loading.raiseload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.azoth.DetachedException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@EveryDatabase
class LoadErrorsTest {
    private static final Select<Customer> ADA =
            select(Trade.customer).where(Trade.customer.column("id", Long.class).eq(1L));

    private final Database database;

    LoadErrorsTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    private Customer findCustomer(HeldObjects session) {
        return session.one(ADA.options(selectinload(Trade.purchases).lazyload(Trade.lines)));
    }

    private static String message(ThrowingCallable work) {
        return catchThrowable(work).getMessage().replaceAll("java:\\d+", "java:1");
    }

    @Test
    void detachedObjectSaysWhatWasForgotten() {
        Customer ada;
        try (HeldObjects session = new HeldObjects(database)) {
            ada = findCustomer(session);
        }
        List<Purchase> purchases = ada.purchases;
        assertThat(purchases).hasSize(2);
        assertThatThrownBy(ada.clubs::size).isInstanceOf(DetachedException.class);
        assertThat(message(() -> purchases.get(0).lines.isEmpty())).isEqualTo("""
                        Purchase#10.lines was not loaded, and its session is closed.
                          loaded at   LoadErrorsTest.findCustomer (LoadErrorsTest.java:1)
                          to load it  select(customer).options(selectinload(customer.purchases).selectinload(purchase.lines))
                          or          open the session around the use; see docs/orm/loading.md#detached""");
    }

    @Test
    void detachedColumnSaysHowToReadIt() {
        Customer ada;
        try (HeldObjects session = new HeldObjects(database)) {
            ada = session.get(Customer.class, 1L);
        }
        assertThat(message(() -> ada.biography.get())).isEqualTo("""
                        Customer#1.biography was not loaded, and its session is closed.
                          loaded at   LoadErrorsTest.detachedColumnSaysHowToReadIt (LoadErrorsTest.java:1)
                          to load it  select(customer.biography).where(…), or call customer.biography.get() while the session is open
                          or          open the session around the use; see docs/orm/loading.md#detached""");
    }

    @Test
    void objectThatTheSessionLetGoIsDetachedToo() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = findCustomer(session);
            session.forget(ada);

            assertThat(message(() -> ada.badge.get()))
                    .startsWith("Customer#1.badge was not loaded, and no session holds it any more.\n");
        }
    }

    @Test
    void raiseloadForbidsToAsk() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.one(ADA.options(joinedload(Trade.purchases), raiseload(Trade.clubs)));

            assertThat(message(ada.clubs::size)).isEqualTo("""
                            Customer#1.clubs was not loaded, and raiseload forbids loading it now.
                              loaded at   LoadErrorsTest.raiseloadForbidsToAsk (LoadErrorsTest.java:1)
                              to load it  select(customer).options(selectinload(customer.clubs))
                              or          leave raiseload away; see docs/orm/loading.md#raise""");
        }
    }

    @Test
    void raiseloadOfAnEntityForbidsAllThatIsNotNamed() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.one(ADA.options(raiseload(Trade.customer), lazyload(Trade.clubs)));

            assertThat(ada.home.name).isEqualTo("Rome");
            assertThat(ada.clubs).hasSize(2);
            assertThatThrownBy(ada.purchases::size).isExactlyInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> ada.badge.get()).isExactlyInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void strictSessionForbidsQueriesThatNobodyWrote() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.strict = true;
            Customer ada = findCustomer(session);

            assertThat(ada.purchases.get(0).customer.get()).isSameAs(ada);
            assertThat(message(() -> ada.biography.get()))
                    .startsWith(
                            "Customer#1.biography was not loaded, and its session is strict, which forbids loading it now.\n");
            assertThat(message(() -> ada.purchases.get(0).lines.size())).isEqualTo("""
                            Purchase#10.lines was not loaded, and its session is strict, which forbids loading it now.
                              loaded at   LoadErrorsTest.findCustomer (LoadErrorsTest.java:1)
                              to load it  select(customer).options(selectinload(customer.purchases).selectinload(purchase.lines))
                              or          open a session that is not strict; see docs/orm/loading.md#raise""");
        }
    }

    @Test
    void cascadesLoadEvenThen() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.strict = true;
            Customer ada = session.one(ADA.options(raiseload(Trade.purchases)));

            ((TrackedCollection) ada.purchases).load();

            assertThat(ada.purchases).hasSize(2);
        }
    }

    @Test
    void debuggingDoesNotLoad() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.one(ADA);

            Sent.during(
                            database,
                            () -> assertThat(ada.purchases + " " + ada.clubs + " " + ada.biography)
                                    .isEqualTo("[not loaded] [not loaded] Lazy[not loaded]"))
                    .wasNothing();
        }
    }

    @Test
    void plainFieldCannotBeLeftUnloaded() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThatThrownBy(() -> session.all(ADA.options(lazyload(Trade.home))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Customer.home is a plain field, which cannot be left unloaded: declare it as Lazy<City>,"
                                    + " or leave lazyload away");
        }
    }

    @Test
    void optionBeginsAtWhatIsSelected() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThatThrownBy(() -> session.all(ADA.options(selectinload(Trade.lines))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the option selectinload(Purchase.lines) begins at Purchase, which the query does not"
                            + " select; it selects Customer");
        }
    }
}
