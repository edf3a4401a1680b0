package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.immediateload;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.lazyload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.loading.Trade.Club;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Person;
import dev.azoth.orm.loading.Trade.TreeNode;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options that load some of the objects of a relationship, and relationships that are followed again and again. */
@EveryDatabase
class LoaderCriteriaTest {
    private static final ColumnReference<Long> ID = Trade.customer.column("id", Long.class);
    private static final ColumnReference<Long> NODE_ID = Trade.node.column("id", Long.class);
    private static final EntityPath<Club> CLUB = dev.azoth.orm.Entities.path(Club.class);
    private static final Condition LATE =
            Trade.purchase.column("id", Long.class).gt(10L);
    private static final Condition LARGE =
            Trade.line.column("quantity", Integer.class).gt(5);
    private static final Select<Customer> CUSTOMERS = select(Trade.customer).orderBy(ID);

    private final Database database;

    LoaderCriteriaTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void everyStrategyLoadsThoseThatMeetTheConditions() {
        for (var option : List.of(
                selectinload(Trade.purchases),
                joinedload(Trade.purchases),
                subqueryload(Trade.purchases),
                immediateload(Trade.purchases),
                lazyload(Trade.purchases))) {
            try (HeldObjects session = new HeldObjects(database)) {
                List<Customer> found = session.all(CUSTOMERS.options(option.where(LATE)));

                assertThat(found)
                        .as("%s", option)
                        .extracting(each -> each.purchases.stream()
                                .map(purchase -> purchase.id)
                                .toList()
                                .toString())
                        .containsExactly("[11]", "[20]", "[30]", "[]");
                assertThat(((TrackedCollection) found.get(0).purchases).isPartial())
                        .isTrue();
            }
        }
    }

    @Test
    void conditionsAreOfTheirLevel() {
        for (var option : List.of(
                selectinload(Trade.purchases)
                        .where(LATE)
                        .selectinload(Trade.lines)
                        .where(LARGE),
                joinedload(Trade.purchases).where(LATE).joinedload(Trade.lines).where(LARGE),
                selectinload(Trade.purchases)
                        .where(LATE)
                        .joinedload(Trade.lines)
                        .where(LARGE),
                subqueryload(Trade.purchases)
                        .where(LATE)
                        .subqueryload(Trade.lines)
                        .where(LARGE))) {
            try (HeldObjects session = new HeldObjects(database)) {
                List<Customer> found = session.all(CUSTOMERS.limit(2).options(option));

                assertThat(found.get(0).purchases)
                        .as("%s", option)
                        .extracting(each -> each.id + ":" + each.lines.size())
                        .containsExactly("11:1");
                assertThat(found.get(1).purchases.get(0).lines).hasSize(1);
            }
        }
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            Sent.during(
                            database,
                            () -> session.all(CUSTOMERS.options(
                                    joinedload(Trade.purchases).where(LATE))))
                    .was("SELECT customer.id, customer.name, customer.home_id, purchases_1.id AS id_1,"
                            + " purchases_1.customer_id FROM customer LEFT JOIN purchase AS purchases_1"
                            + " ON purchases_1.customer_id = customer.id AND purchases_1.id > ?"
                            + " ORDER BY customer.id, purchases_1.id");
        }
    }

    @Test
    void pairsAreFilteredByTheOtherEnd() {
        Condition chess = CLUB.column("name", String.class).eq("Chess");
        for (var option : List.of(selectinload(Trade.clubs), joinedload(Trade.clubs), subqueryload(Trade.clubs))) {
            try (HeldObjects session = new HeldObjects(database)) {
                assertThat(session.all(CUSTOMERS.options(option.where(chess))))
                        .as("%s", option)
                        .extracting(each -> each.clubs.size())
                        .containsExactly(1, 1, 0, 0);
            }
        }
    }

    @Test
    void statementIsCompiledOnceForAllValues() {
        try (HeldObjects session = new HeldObjects(database)) {
            ColumnReference<Long> id = Trade.purchase.column("id", Long.class);
            session.all(CUSTOMERS.options(joinedload(Trade.purchases).where(id.gt(1L))));
            long misses = database.engine().cacheStatistics().misses();
            try (HeldObjects other = new HeldObjects(database)) {
                other.all(CUSTOMERS.options(joinedload(Trade.purchases).where(id.gt(2L))));
            }
            assertThat(database.engine().cacheStatistics().misses()).isEqualTo(misses);
        }
    }

    @Test
    void conditionOnOneObjectIsRefused() {
        assertThatThrownBy(() -> selectinload(Trade.home).where(ID.gt(1L)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Customer.home leads to one object, which a condition would make seem to be none:"
                        + " put the condition into the query, with has(…)");
    }

    @Test
    void relationshipIsFollowedSoOften() {
        Select<TreeNode> root = select(Trade.node).where(NODE_ID.eq(1L));
        for (var option : List.of(
                selectinload(Trade.children).recursive(2),
                joinedload(Trade.children).recursive(2))) {
            try (HeldObjects session = new HeldObjects(database)) {
                TreeNode one = session.one(root.options(option));
                Sent.during(database, () -> {
                            assertThat(one.children).extracting(each -> each.id).containsExactly(2L, 3L);
                            assertThat(one.children.get(0).children.get(0).id).isEqualTo(4);
                        })
                        .wasNothing();
                Sent.during(
                                database,
                                () -> assertThat(one.children.get(0).children.get(0).children)
                                        .isEmpty())
                        .wasStatements(1);
            }
        }
    }

    @Test
    void relationshipIsFollowedToItsEnd() {
        try (HeldObjects session = new HeldObjects(database)) {
            Sent sent = Sent.during(database, () -> {
                TreeNode one = session.one(select(Trade.node)
                        .where(NODE_ID.eq(1L))
                        .options(selectinload(Trade.children).recursive()));
                assertThat(one.children.get(0).children.get(0).children).isEmpty();
            });
            sent.wasStatements(4); // the root, and three levels, of which the last is empty
        }
        try (HeldObjects session = new HeldObjects(database)) {
            Person one = session.one(select(Trade.person)
                    .where(Trade.person.column("id", Long.class).eq(1L))
                    .options(selectinload(Trade.friends).recursive()));
            Sent.during(
                            database,
                            () -> assertThat(one.friends
                                            .get(0)
                                            .friends
                                            .get(0)
                                            .friends
                                            .get(0))
                                    .isSameAs(one))
                    .wasNothing();
        }
    }

    @Test
    void whatCannotBeFollowedAgainIsRefused() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThatThrownBy(() -> session.all(
                            CUSTOMERS.options(selectinload(Trade.purchases).recursive(2))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageMatching("selectinload\\(Customer.purchases\\).recursive\\(2\\): .*\\.purchases leads to"
                            + " Purchase, which does not have it again");
            assertThatThrownBy(() -> joinedload(Trade.children).recursive())
                    .hasMessage("TreeNode.children cannot be joined to itself without an end:"
                            + " say how often, or use selectinload");
        }
    }
}
