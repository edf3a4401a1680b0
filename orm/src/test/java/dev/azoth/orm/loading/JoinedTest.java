package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.orm.loading.Trade.TreeNode;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class JoinedTest {
    private static final ColumnReference<Long> ID = Trade.customer.column("id", Long.class);
    private static final ColumnReference<Long> PURCHASE_ID = Trade.purchase.column("id", Long.class);
    private static final Select<Customer> CUSTOMERS = select(Trade.customer).orderBy(ID);

    private final Database database;

    JoinedTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void oneStatementLoadsThreeLevels() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = select(Trade.purchase)
                    .orderBy(PURCHASE_ID)
                    .options(joinedload(Trade.lines).joinedload(Trade.parts));

            Sent.during(database, () -> {
                        List<Purchase> found = session.all(query);
                        assertThat(found).extracting(each -> each.id).containsExactly(10L, 11L, 20L, 30L);
                        assertThat(found.get(0).lines)
                                .extracting(each -> each.number)
                                .containsExactly(1, 2);
                        assertThat(found.get(0).lines.get(0).purchase).isSameAs(found.get(0));
                        assertThat(found.get(0).lines.get(0).parts)
                                .extracting(each -> each.id)
                                .containsExactly(100L, 101L);
                        assertThat(found.get(0).lines.get(1).parts).isEmpty();
                        assertThat(found.get(3).lines).isEmpty();
                    })
                    .was("SELECT purchase.id, purchase.customer_id,"
                            + " lines_1.purchase_id, lines_1.number, lines_1.quantity,"
                            + " parts_2.id AS id_1, parts_2.line_purchase_id, parts_2.line_number FROM purchase"
                            + " LEFT JOIN line AS lines_1 ON lines_1.purchase_id = purchase.id"
                            + " LEFT JOIN part AS parts_2 ON parts_2.line_purchase_id = lines_1.purchase_id"
                            + " AND parts_2.line_number = lines_1.number"
                            + " ORDER BY purchase.id, lines_1.number, parts_2.id");
        }
    }

    @Test
    void secondCollectionIsLoadedByAStatementOfItsOwn() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            var query = CUSTOMERS.options(joinedload(Trade.purchases), joinedload(Trade.clubs));

            Sent.during(database, () -> {
                        List<Customer> found = session.all(query);
                        assertThat(found).hasSize(4);
                        assertThat(found.get(0).purchases).hasSize(2);
                        assertThat(found.get(0).clubs).hasSize(2);
                    })
                    .was(
                            "SELECT customer.id, customer.name, customer.home_id,"
                                    + " purchases_1.id AS id_1, purchases_1.customer_id FROM customer"
                                    + " LEFT JOIN purchase AS purchases_1 ON purchases_1.customer_id = customer.id"
                                    + " ORDER BY customer.id, purchases_1.id",
                            "SELECT membership.customer_id, club.id, club.name FROM membership"
                                    + " JOIN club ON club.id = membership.club_id"
                                    + " WHERE membership.customer_id IN (?, ?, ?, ?)");
        }
    }

    @Test
    void pairsAreJoinedBetween() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));

            Sent.during(database, () -> {
                        List<Customer> found = session.all(CUSTOMERS.options(joinedload(Trade.clubs)));
                        assertThat(found.get(0).clubs).hasSize(2);
                        assertThat(found.get(1).clubs).hasSize(1);
                        assertThat(found.get(3).clubs).isEmpty();
                    })
                    .was("SELECT customer.id, customer.name, customer.home_id, clubs_1.id AS id_1,"
                            + " clubs_1.name AS name_1 FROM customer"
                            + " LEFT JOIN membership AS clubs_1_pairs ON clubs_1_pairs.customer_id = customer.id"
                            + " LEFT JOIN club AS clubs_1 ON clubs_1.id = clubs_1_pairs.club_id"
                            + " ORDER BY customer.id");
        }
    }

    @Test
    void pageWithAJoinedCollectionHoldsWholeOwners() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = CUSTOMERS
                    .options(joinedload(Trade.purchases), joinedload(Trade.home))
                    .limit(2)
                    .offset(0);

            Sent sent = Sent.during(database, () -> {
                List<Customer> found = session.all(query);
                assertThat(found).extracting(each -> each.name).containsExactly("Ada", "Bob");
                assertThat(found.get(0).purchases).hasSize(2);
                assertThat(found.get(0).home.name).isEqualTo("Rome");
            });

            sent.wasStatements(2);
            assertThat(database.statements()
                            .sql()
                            .get(database.statements().count() - 2)
                            .replaceAll("[`\"]", ""))
                    .isEqualTo("SELECT page.id, page.name, page.home_id, home_1.id AS id_1, home_1.name AS name_1,"
                            + " home_1.country_id, purchases_2.id AS id_2, purchases_2.customer_id"
                            + " FROM (SELECT customer.id, customer.name, customer.home_id FROM customer"
                            + " ORDER BY customer.id LIMIT ? OFFSET ?) AS page"
                            + " LEFT JOIN city AS home_1 ON home_1.id = page.home_id"
                            + " LEFT JOIN purchase AS purchases_2 ON purchases_2.customer_id = page.id"
                            + " ORDER BY page.id, purchases_2.id");
        }
    }

    @Test
    void pageIsSortedByWhatIsNotSelected() {
        try (HeldObjects session = new HeldObjects(database)) {
            EntityPath<Trade.City> home = Trade.city.as("h");
            var query = select(Trade.customer)
                    .join(home, Trade.home.on(home))
                    .orderBy(home.column("name", String.class).asc(), ID.desc())
                    .options(joinedload(Trade.purchases))
                    .limit(2);

            assertThat(session.all(query)).extracting(each -> each.name).containsExactly("Dan", "Bob");
        }
    }

    @Test
    void relationshipToOneNeedsNoSubqueryForAPage() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = CUSTOMERS
                    .options(joinedload(Trade.home), joinedload(Trade.badge))
                    .limit(1);

            List<String> sent = database.statements().during(() -> {
                Customer ada = session.one(query);
                assertThat(ada.badge.get().id).isEqualTo(7);
                assertThat(ada.badge.get().customer).isSameAs(ada);
            });
            assertThat(sent.get(0))
                    .contains("FROM customer LEFT JOIN city AS home_1")
                    .doesNotContain("page");
        }
    }

    @Test
    void groupedQueryIsWrapped() {
        try (HeldObjects session = new HeldObjects(database)) {
            var number = count(PURCHASE_ID).as("number");
            var query = select(Trade.customer, number)
                    .from(Trade.customer)
                    .join(Trade.purchase, Trade.purchases.on(Trade.purchase))
                    .groupBy(ID, Trade.customer.column("name", String.class), Trade.home.key(Long.class))
                    .orderBy(number.desc(), ID.asc())
                    .options(joinedload(Trade.home), joinedload(Trade.purchases));

            List<Row> rows = session.all(query);
            assertThat(rows).extracting(row -> row.get(Trade.customer).name).containsExactly("Ada", "Bob", "Cyd");
            assertThat(rows).extracting(row -> row.get(number)).containsExactly(2L, 1L, 1L);
            assertThat(rows.get(0).get(Trade.customer).home.name).isEqualTo("Rome");
            assertThat(rows.get(0).get(Trade.customer).purchases.toString()).isNotEqualTo("[not loaded]");
        }
    }

    @Test
    void heldObjectGetsWhatItLacksAndKeepsWhatItHas() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);
            ada.name = "changed";

            session.all(CUSTOMERS.options(joinedload(Trade.purchases)));

            assertThat(ada.name).isEqualTo("changed");
            Sent.during(database, () -> assertThat(ada.purchases).hasSize(2)).wasNothing();
            assertThat(session.told).contains("Customer#1.purchases");
        }
    }

    @Test
    void joinGoesOnBehindASelectin() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));

            Sent.during(
                            database,
                            () -> session.all(CUSTOMERS.options(
                                    selectinload(Trade.purchases).joinedload(Trade.lines))))
                    .was(
                            "SELECT customer.id, customer.name, customer.home_id FROM customer ORDER BY customer.id",
                            "SELECT purchase.id, purchase.customer_id, lines_1.purchase_id, lines_1.number,"
                                    + " lines_1.quantity FROM purchase"
                                    + " LEFT JOIN line AS lines_1 ON lines_1.purchase_id = purchase.id"
                                    + " WHERE purchase.customer_id IN (?, ?, ?, ?) ORDER BY purchase.id, lines_1.number");
        }
    }

    @Test
    void treeIsJoinedToItself() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = select(Trade.node)
                    .where(Trade.node.column("id", Long.class).eq(1L))
                    .options(joinedload(Trade.children).joinedload(Trade.children));

            Sent.during(database, () -> {
                        TreeNode root = session.one(query);
                        assertThat(root.children).extracting(each -> each.id).containsExactly(2L, 3L);
                        assertThat(root.children.get(0).children.get(0).id).isEqualTo(4);
                        assertThat(root.children.get(0).children.get(0).parent).isSameAs(root.children.get(0));
                    })
                    .wasStatements(1);
        }
    }

    @Test
    void lockedRowsAreNotJoined() {
        var locked = CUSTOMERS.options(joinedload(Trade.purchases)).forUpdate();
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            if (List.of("sqlite", "duckdb").contains(database.name())) {
                assertThatThrownBy(() -> session.all(locked))
                        .isInstanceOf(CompileException.class)
                        .hasMessageMatching("(SQLite 3|DuckDB 2)\\S+ has no FOR UPDATE");
            } else {
                Sent.during(database, () -> session.all(locked)).wasStatements(2);
            }
        }
    }
}
