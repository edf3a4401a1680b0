package dev.azoth.orm.mapping;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.orm.mapping.Market.buyer;
import static dev.azoth.orm.mapping.Market.city;
import static dev.azoth.orm.mapping.Market.deal;
import static dev.azoth.orm.mapping.Market.name;
import static dev.azoth.orm.mapping.Market.sale;
import static dev.azoth.orm.mapping.Market.total;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.DerivedTable;
import dev.azoth.orm.mapping.Market.Buyer;
import dev.azoth.orm.mapping.Market.BuyerName;
import dev.azoth.orm.mapping.Market.BuyerTotal;
import dev.azoth.orm.mapping.Market.CityTotal;
import dev.azoth.orm.mapping.Market.Complaint;
import dev.azoth.orm.mapping.Market.Deal;
import dev.azoth.orm.mapping.Market.Sale;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that are read from views, queries and the tables of others. */
@EveryDatabase
class ReadOnlyEntityTest {
    private static final ColumnReference<Integer> BUYER_ID = buyer.column("id", Integer.class);
    private static final ColumnReference<Integer> TOTAL_ID = total.column("id", Integer.class);
    private static final ColumnReference<Long> TOTAL = total.column("total", Long.class);

    private final Database database;
    private final SessionFactory sessions;

    ReadOnlyEntityTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine(), Buyer.class, BuyerTotal.class);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Market.TABLES);
        database.engine().createAll(Market.TABLES);
    }

    @BeforeEach
    void fill() {
        sessions.begin(session -> {
            Buyer ann = new Buyer(1, "ann", "Delft 🌷");
            Buyer bob = new Buyer(2, "bob", "Delft 🌷");
            session.addAll(ann, bob, new Buyer(3, "cid", "o'hara"));
            session.addAll(new Deal(1, ann, 10), new Deal(2, ann, 5), new Deal(3, bob, 7));
        });
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(delete(Entities.path(Complaint.class)));
            session.execute(delete(deal));
            session.execute(delete(buyer));
        });
    }

    @Test
    void rowsOfAQueryAreEntities() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<BuyerTotal> found = session.execute(
                                select(total).where(TOTAL.gt(6L)).orderBy(TOTAL.desc()))
                        .all();
                assertThat(found)
                        .extracting(each -> each.id + ":" + each.deals + ":" + each.total)
                        .containsExactly("1:2:15", "2:1:7");
            });
            assertThat(sent).hasSize(1);
            assertThat(sent.get(0)).contains("FROM (SELECT").contains("GROUP BY");
            BuyerTotal ann = session.get(BuyerTotal.class, 1).orElseThrow();
            assertThat(session.execute(select(total).where(TOTAL_ID.eq(1))).one())
                    .isSameAs(ann);
            assertThat(session.get(BuyerTotal.class, 3)).isEmpty();
            EntityPath<BuyerTotal> other = total.as("other");
            assertThat(session.execute(select(count())
                                    .from(other)
                                    .where(other.column("total", Long.class).lt(10L)))
                            .one())
                    .isEqualTo(1);
        }
    }

    @Test
    void rowsOfAJoinAreEntities() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(sale).orderBy(sale.column("id", Integer.class)))
                            .all())
                    .extracting(each -> each.buyerName + " " + each.amount)
                    .containsExactly("ann 10", "ann 5", "bob 7");
            assertThat(session.get(Sale.class, 3).orElseThrow().buyerName).isEqualTo("bob");
        }
    }

    @Test
    void aViewIsCreatedWithTheTables() {
        assertThat(Market.TABLES.views())
                .singleElement()
                .satisfies(view -> assertThat(view.name()).isEqualTo("market_city"));
        assertThat(database.engine().inspect().views(null)).contains("market_city");
        try (Session session = sessions.open()) {
            CityTotal found = session.execute(select(city)).one();
            assertThat(found.city).isEqualTo("Delft 🌷");
            assertThat(found.total).isEqualTo(22);
            assertThat(session.get(CityTotal.class, "o'hara")).isEmpty();
        }
    }

    @Test
    void anotherClassReadsSomeColumnsOfATable() {
        assertThat(Market.TABLES.tables())
                .extracting(each -> each.name())
                .containsExactlyInAnyOrder("market_buyer", "market_deal", "market_complaint");
        try (Session session = sessions.open()) {
            Buyer ann = session.get(Buyer.class, 1).orElseThrow();
            BuyerName read = session.get(BuyerName.class, 1).orElseThrow();
            assertThat(read.name).isEqualTo("ann");
            ann.name = "anne";
            List<String> sent = database.statements().during(() -> session.refresh(read));
            assertThat(sent).singleElement().asString().doesNotContain("city");
            session.flush();
            session.refresh(read);
            assertThat(read.name).isEqualTo("anne");
        }
    }

    @Test
    void relationshipsLeadFromThemAndToThem() {
        for (LoaderOption<?> each : List.of(
                joinedload(buyer.toMany("totals", BuyerTotal.class)),
                selectinload(buyer.toMany("totals", BuyerTotal.class)),
                subqueryload(buyer.toMany("totals", BuyerTotal.class)))) {
            try (Session session = sessions.open()) {
                List<Buyer> all = session.execute(
                                select(buyer).orderBy(BUYER_ID).options(each).limit(3))
                        .all();
                assertThat(all).extracting(it -> it.totals.size()).containsExactly(1, 1, 0);
                BuyerTotal first = all.get(0).totals.get(0);
                assertThat(first.total).isEqualTo(15);
                assertThat(first.buyer.get()).isSameAs(all.get(0));
            }
        }
        for (LoaderOption<?> each : List.of(
                joinedload(total.toOne("buyer", Buyer.class)), selectinload(total.toOne("buyer", Buyer.class)))) {
            try (Session session = sessions.open()) {
                assertThat(session.execute(select(total).orderBy(TOTAL_ID).options(each))
                                .all())
                        .extracting(it -> it.buyer.get().name)
                        .containsExactly("ann", "bob");
            }
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Buyer.class, 2).orElseThrow().totals).hasSize(1);
            assertThat(session.get(BuyerTotal.class, 2).orElseThrow().buyer.get().name)
                    .isEqualTo("bob");
            assertThat(session.execute(select(buyer)
                                    .where(buyer.toMany("totals", BuyerTotal.class)
                                            .any(total, TOTAL.gt(10L))))
                            .one()
                            .name)
                    .isEqualTo("ann");
        }
    }

    /** The database has no foreign key to rows of a query; the session writes the column, and follows it. */
    @Test
    void anEntityLeadsToARowOfAQuery() {
        assertThat(Entities.path(Complaint.class).table().foreignKeys()).isEmpty();
        sessions.begin(session -> {
            Complaint complaint = new Complaint();
            complaint.id = 1;
            complaint.about = Lazy.of(session.get(BuyerTotal.class, 2).orElseThrow());
            session.add(complaint);
        });
        try (Session session = sessions.open()) {
            assertThat(session.get(Complaint.class, 1).orElseThrow().about.get().total)
                    .isEqualTo(7);
        }
    }

    @Test
    void theyAreReadAnewLikeOthers() {
        try (Session session = sessions.open()) {
            BuyerTotal ann = session.get(BuyerTotal.class, 1).orElseThrow();
            session.add(new Deal(4, session.get(Buyer.class, 1).orElseThrow(), 100));
            session.flush();
            assertThat(ann.total).isEqualTo(15);
            session.refresh(ann);
            assertThat(ann.total).isEqualTo(115);
        }
    }

    @Test
    void criteriaHoldInsideTheQuery() {
        try (Session session = sessions.open(options ->
                options.criteria(deal, deal.column("amount", Integer.class).lt(10)))) {
            assertThat(session.execute(select(total).orderBy(TOTAL_ID)).all())
                    .extracting(each -> each.total)
                    .containsExactly(5L, 7L);
        }
    }

    @Test
    void deletingWhatTheyLeadToLeavesThemAlone() {
        try (Session session = sessions.open()) {
            Buyer ann = session.execute(select(buyer)
                            .where(BUYER_ID.eq(1))
                            .options(selectinload(buyer.toMany("totals", BuyerTotal.class))))
                    .one();
            session.execute(delete(deal).where(deal.toOne("buyer", Buyer.class).eq(ann)));
            session.delete(ann);
            session.flush();
            assertThat(session.execute(select(count()).from(buyer)).one()).isEqualTo(2);
            session.rollback();
        }
    }

    private void refused(String message, ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(InvalidRequestException.class).hasMessage(message);
    }

    @Test
    void writingIsRefused() {
        try (Session session = sessions.open()) {
            BuyerTotal ann = session.get(BuyerTotal.class, 1).orElseThrow();
            BuyerName bob = session.get(BuyerName.class, 2).orElseThrow();
            CityTotal delft = session.execute(select(city)).one();
            refused(
                    "a new BuyerTotal cannot be written: BuyerTotal is read from a query. Change the entities that have these rows",
                    () -> session.add(new BuyerTotal()));
            refused(
                    "the deletion of CityTotal#Delft 🌷 cannot be written: CityTotal is read from the view market_city. Change the"
                            + " entities that have these rows",
                    () -> session.delete(delft));
            bob.name = "rob";
            refused(
                    "the change of BuyerName#2.name cannot be written: BuyerName is read from market_buyer, which others write."
                            + " Change the entities that have these rows",
                    session::flush);
            bob.name = "bob";
            session.flush();
            String row =
                    "a row of it cannot be written: BuyerTotal is read from a query. Change the entities that have these rows";
            refused(row, () -> session.execute(delete(total)));
            refused(row, () -> session.execute(update(total).set(TOTAL, 1L)));
            refused(row, () -> session.execute(insert(total), List.of(Map.of("id", 1))));
            refused(
                    "a row of it cannot be written: BuyerName is read from market_buyer, which others write. Change the entities that"
                            + " have these rows",
                    () -> session.execute(delete(name.table())));
            refused(
                    "the change of BuyerTotal#1 cannot be written: BuyerTotal is read from a query. Change the entities that have these"
                            + " rows",
                    () -> session.set(ann, TOTAL, TOTAL.plus(1L)));
            assertThat(session.execute(select(total)).all()).hasSize(2);
        }
    }

    @Entity
    @DerivedTable
    static class Lacking {
        @Id
        int id;

        int size;

        static Select<Row> query() {
            return select(BUYER_ID, buyer.column("name", String.class)).from(buyer);
        }
    }

    @Entity
    @DerivedTable
    static class Failing {
        @Id
        int id;

        static Select<Row> query() {
            return Optional.<Select<Row>>empty().orElseThrow();
        }
    }

    @Test
    void aQueryThatLacksColumnsIsRefused() {
        assertThatThrownBy(() -> Entities.path(Lacking.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "dev.azoth.orm.mapping.ReadOnlyEntityTest$Lacking.query() selects no size; it has id, name. Give what it selects the names"
                                + " of the columns: sum(order.total).as(\"total\")");
        assertThatThrownBy(() -> Entities.path(Failing.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "dev.azoth.orm.mapping.ReadOnlyEntityTest$Failing.query() failed: java.util.NoSuchElementException: No value present");
    }
}
