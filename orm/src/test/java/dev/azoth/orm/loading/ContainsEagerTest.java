package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.containsEager;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.populateExisting;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.loading.Trade.City;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Line;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relationships that are filled from the query's own joins. */
@EveryDatabase
class ContainsEagerTest {
    private static final ColumnReference<Long> ID = Trade.customer.column("id", Long.class);
    private static final ColumnReference<Long> PURCHASE_ID = Trade.purchase.column("id", Long.class);
    private static final Select<Customer> BUYERS = select(Trade.customer)
            .from(Trade.customer)
            .join(Trade.purchase, Trade.purchases.on(Trade.purchase))
            .orderBy(ID.asc(), PURCHASE_ID.desc());

    private final Database database;

    ContainsEagerTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void collectionIsWhatTheQueryJoins() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            Sent.during(database, () -> {
                        List<Customer> found =
                                session.all(BUYERS.where(PURCHASE_ID.gt(10L)).options(containsEager(Trade.purchases)));
                        assertThat(found).extracting(each -> each.name).containsExactly("Ada", "Bob", "Cyd");
                        assertThat(found.get(0).purchases)
                                .extracting(each -> each.id)
                                .containsExactly(11L);
                        assertThat(found.get(0).purchases.get(0).customer.get()).isSameAs(found.get(0));
                    })
                    .was("SELECT customer.id, customer.name, customer.home_id, purchase.id AS id_1,"
                            + " purchase.customer_id FROM customer JOIN purchase ON customer.id = purchase.customer_id"
                            + " WHERE purchase.id > ? ORDER BY customer.id, purchase.id DESC");
        }
    }

    @Test
    void aliasesFillSeveralLevels() {
        EntityPath<Purchase> p = Trade.purchase.as("p");
        EntityPath<Line> l = Trade.line.as("l");
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            Select<Customer> query = select(Trade.customer)
                    .from(Trade.customer)
                    .leftJoin(p, Trade.purchases.on(p))
                    .leftJoin(
                            l,
                            p.toMany("lines", Line.class)
                                    .on(l)
                                    .and(l.column("quantity", Integer.class).gt(5)))
                    .orderBy(
                            ID.asc(),
                            p.column("id", Long.class).asc(),
                            l.column("number", Integer.class).asc())
                    .options(containsEager(Trade.purchases, p).containsEager(Trade.lines, l));
            Sent.during(database, () -> {
                        List<Customer> found = session.all(query);
                        assertThat(found).extracting(each -> each.name).containsExactly("Ada", "Bob", "Cyd", "Dan");
                        assertThat(found.get(0).purchases)
                                .extracting(each -> each.id + ":"
                                        + each.lines.stream()
                                                .map(line -> line.number)
                                                .toList())
                                .containsExactly("10:[2]", "11:[1]");
                        assertThat(found.get(2).purchases.get(0).lines).isEmpty();
                        assertThat(found.get(3).purchases).isEmpty();
                    })
                    .wasStatements(1);
        }
    }

    @Test
    void otherOptionsGoOnFromIt() {
        for (var option : List.of(
                containsEager(Trade.purchases).joinedload(Trade.lines),
                containsEager(Trade.purchases).selectinload(Trade.lines),
                containsEager(Trade.purchases).subqueryload(Trade.lines))) {
            try (HeldObjects session = new HeldObjects(database)) {
                List<Customer> found = session.all(
                        BUYERS.where(PURCHASE_ID.gt(10L)).limit(2).options(option, joinedload(Trade.clubs)));

                assertThat(found).as("%s", option).extracting(each -> each.name).containsExactly("Ada", "Bob");
                assertThat(found.get(0).purchases.get(0).lines).hasSize(1);
                assertThat(found.get(0).clubs).hasSize(2);
            }
        }
    }

    @Test
    void rowsOfColumnsStayApart() {
        try (HeldObjects session = new HeldObjects(database)) {
            List<Row> rows = session.all(BUYERS.addColumns(PURCHASE_ID).options(containsEager(Trade.purchases)));

            assertThat(rows)
                    .extracting(row -> row.get(Trade.customer).name + row.get(PURCHASE_ID))
                    .containsExactly("Ada11", "Ada10", "Bob20", "Cyd30");
            assertThat(rows.get(0).get(Trade.customer).purchases)
                    .extracting(each -> each.id)
                    .containsExactly(11L, 10L);
        }
    }

    @Test
    void oneThatTheJoinLeavesOutIsLoaded() {
        EntityPath<City> rome = Trade.city.as("rome");
        try (HeldObjects session = new HeldObjects(database)) {
            Select<Customer> query = select(Trade.customer)
                    .from(Trade.customer)
                    .leftJoin(
                            rome,
                            Trade.home
                                    .on(rome)
                                    .and(rome.column("name", String.class).eq("Rome")))
                    .orderBy(ID);
            List<Customer> found = session.all(query.options(containsEager(Trade.home, rome)));

            assertThat(found.get(0).home.name).isEqualTo("Rome");
            assertThat(found.get(2).home).isNull();
            assertThat(found.get(3).home.name).isEqualTo("Oslo");
        }
        EntityPath<Customer> buyer = Trade.customer.as("buyer");
        try (HeldObjects session = new HeldObjects(database)) {
            Select<Purchase> query = select(Trade.purchase)
                    .from(Trade.purchase)
                    .leftJoin(
                            buyer,
                            Trade.buyer
                                    .on(buyer)
                                    .and(buyer.column("id", Long.class).le(2L)))
                    .orderBy(PURCHASE_ID)
                    .options(containsEager(Trade.buyer, buyer));
            List<Purchase> found = session.all(query);
            Sent.during(
                            database,
                            () -> assertThat(found)
                                    .extracting(each -> each.customer.get().name)
                                    .containsExactly("Ada", "Ada", "Bob", "Cyd"))
                    .wasNothing();
        }
    }

    @Test
    void collectionOfSomeIsCompletedWhenAllAreAskedFor() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.all(BUYERS.where(PURCHASE_ID.eq(11L)).options(containsEager(Trade.purchases)))
                    .get(0);
            assertThat(ada.purchases).hasSize(1);
            assertThat(((TrackedCollection) ada.purchases).isPartial()).isTrue();

            session.all(select(Trade.customer).where(ID.eq(1L)).options(selectinload(Trade.purchases)));

            assertThat(ada.purchases).hasSize(2);
            assertThat(((TrackedCollection) ada.purchases).isPartial()).isFalse();
            session.all(BUYERS.where(PURCHASE_ID.eq(11L)).options(containsEager(Trade.purchases)));
            assertThat(ada.purchases).as("what is loaded stays").hasSize(2);
            session.all(BUYERS.where(PURCHASE_ID.eq(11L)).options(containsEager(Trade.purchases), populateExisting()));
            assertThat(ada.purchases).hasSize(1);
        }
    }

    @Test
    void lockedRowsFillItToo() {
        if (List.of("sqlite", "duckdb").contains(database.name())) {
            return;
        }
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            Sent.during(
                            database,
                            () -> assertThat(session.all(BUYERS.forUpdate().options(containsEager(Trade.purchases)))
                                            .get(0)
                                            .purchases)
                                    .hasSize(2))
                    .wasStatements(1);
        }
    }

    @Test
    void whatTheQueryDoesNotJoinIsRefused() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThatThrownBy(() -> session.all(select(Trade.customer).options(containsEager(Trade.purchases))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageMatching("containsEager\\(.*\\) reads Purchase from the query, which does not have it:"
                            + " join it, or load it with selectinload");
            assertThatThrownBy(() -> session.all(
                            BUYERS.options(selectinload(Trade.purchases).containsEager(Trade.lines))))
                    .hasMessage("containsEager(Purchase.lines) reads from the program's query, in which"
                            + " Customer.purchases is not: write containsEager for that too, or another option");
        }
    }
}
