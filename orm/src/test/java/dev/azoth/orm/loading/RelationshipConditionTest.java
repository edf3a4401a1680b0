package dev.azoth.orm.loading;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.ToOne;
import dev.azoth.orm.loading.Trade.Badge;
import dev.azoth.orm.loading.Trade.City;
import dev.azoth.orm.loading.Trade.Club;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Line;
import dev.azoth.orm.loading.Trade.Part;
import dev.azoth.orm.loading.Trade.Person;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.orm.loading.Trade.TreeNode;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions on what relationships of every shape lead to. */
@EveryDatabase
class RelationshipConditionTest {
    private static final ColumnReference<Long> ID = Trade.customer.column("id", Long.class);
    private static final EntityPath<Club> CLUB = dev.azoth.orm.Entities.path(Club.class);
    private static final EntityPath<Badge> BADGE = dev.azoth.orm.Entities.path(Badge.class);
    private static final EntityPath<Part> PART = dev.azoth.orm.Entities.path(Part.class);
    private static final ToMany<Club, Customer> MEMBERS = CLUB.toMany("members", Customer.class);
    private static final ToOne<Badge, Customer> WEARER = BADGE.toOne("customer", Customer.class);
    private static final ToOne<Part, Line> PART_OF = PART.toOne("line", Line.class);
    private static final ToOne<TreeNode, TreeNode> PARENT = Trade.node.toOne("parent", TreeNode.class);

    private final Database database;

    RelationshipConditionTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    private static List<String> customers(HeldObjects session, Condition condition) {
        return session.all(select(Trade.customer).where(condition).orderBy(ID)).stream()
                .map(each -> each.name)
                .toList();
    }

    @Test
    void someOfManyMeetConditions() {
        try (HeldObjects session = new HeldObjects(database)) {
            ColumnReference<Long> purchase = Trade.purchase.column("id", Long.class);
            assertThat(customers(session, Trade.purchases.any(Trade.purchase, purchase.gt(10L), purchase.lt(30L))))
                    .containsExactly("Ada", "Bob");
            assertThat(customers(session, Trade.purchases.any(Trade.purchase).not()))
                    .containsExactly("Dan");
            assertThat(customers(session, Trade.purchases.isEmpty())).containsExactly("Dan");
            assertThat(customers(
                            session,
                            Trade.clubs.any(
                                    CLUB, CLUB.column("name", String.class).eq("Chess"))))
                    .containsExactly("Ada", "Bob");
            assertThat(customers(session, Trade.clubs.isEmpty())).containsExactly("Cyd", "Dan");
            assertThat(customers(
                            session,
                            Trade.purchases.any(
                                    Trade.purchase,
                                    Trade.lines.any(
                                            Trade.line,
                                            Trade.line
                                                    .column("quantity", Integer.class)
                                                    .gt(6)))))
                    .containsExactly("Ada", "Bob");
        }
    }

    @Test
    void theOneMeetsConditions() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThat(customers(
                            session,
                            Trade.home.has(
                                    Trade.city,
                                    Trade.city.column("name", String.class).eq("Rome"))))
                    .containsExactly("Ada", "Bob");
            assertThat(customers(session, Trade.home.isNull())).containsExactly("Cyd");
            assertThat(customers(session, Trade.home.isNotNull())).containsExactly("Ada", "Bob", "Dan");
            assertThat(customers(
                            session,
                            Trade.badge.has(
                                    BADGE, BADGE.column("id", Long.class).eq(7L))))
                    .containsExactly("Ada");
            assertThat(customers(session, Trade.badge.isNull())).containsExactly("Bob", "Cyd", "Dan");
            EntityPath<TreeNode> up = Trade.node.as("up");
            assertThat(session.all(select(Trade.node)
                            .where(PARENT.has(up, up.column("id", Long.class).eq(2L)))))
                    .extracting(each -> each.id)
                    .containsExactly(4L);
        }
    }

    @Test
    void objectsAreContained() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);
            Customer bob = session.get(Customer.class, 2L);
            Purchase twenty = session.get(Purchase.class, 20L);
            Club rowing = session.get(Club.class, 2L);
            TreeNode two = session.get(TreeNode.class, 2L);

            assertThat(customers(session, Trade.purchases.contains(twenty))).containsExactly("Bob");
            assertThat(customers(session, Trade.clubs.contains(rowing))).containsExactly("Ada");
            assertThat(session.all(select(CLUB).where(MEMBERS.contains(bob)).orderBy(CLUB.column("id", Long.class))))
                    .extracting(each -> each.name)
                    .containsExactly("Chess");
            assertThat(session.all(select(Trade.node).where(Trade.children.contains(two))))
                    .extracting(each -> each.id)
                    .containsExactly(1L);
            assertThat(session.all(select(Trade.person).where(Trade.friends.contains(session.get(Person.class, 3L)))))
                    .extracting(each -> each.id)
                    .containsExactly(2L);
            assertThat(customers(session, Trade.badge.eq(session.get(Badge.class, 7L))))
                    .containsExactly("Ada");
            assertThat(session.all(select(BADGE).where(WEARER.eq(ada)))).hasSize(1);
            assertThat(session.all(select(BADGE).where(WEARER.eq(bob)))).isEmpty();
        }
    }

    @Test
    void objectsAreTheOne() {
        try (HeldObjects session = new HeldObjects(database)) {
            City rome = session.get(City.class, 1L);
            City oslo = session.get(City.class, 2L);
            Line first = session.get(Line.class, 10L, 1);
            Line other = session.get(Line.class, 20L, 1);
            ColumnReference<Long> part = PART.column("id", Long.class);

            Sent.during(
                            database,
                            () -> assertThat(customers(session, Trade.home.eq(oslo)))
                                    .containsExactly("Dan"))
                    .was("SELECT customer.id, customer.name, customer.home_id FROM customer"
                            + " WHERE customer.home_id = ? ORDER BY customer.id");
            assertThat(customers(session, Trade.home.in(List.of(rome, oslo)))).containsExactly("Ada", "Bob", "Dan");
            assertThat(customers(session, Trade.home.in(List.of()))).isEmpty();
            assertThat(session.all(select(PART).where(PART_OF.eq(first)).orderBy(part)))
                    .extracting(each -> each.id)
                    .containsExactly(100L, 101L);
            assertThat(session.all(select(PART).where(PART_OF.in(List.of(first, other)))))
                    .hasSize(3);
        }
    }

    @Test
    void rowsAreFoundByTheirParent() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);
            Purchase ten = session.get(Purchase.class, 10L);
            Line first = session.get(Line.class, 10L, 1);
            ColumnReference<Long> purchase = Trade.purchase.column("id", Long.class);

            assertThat(session.all(select(Trade.purchase).where(Trade.purchases.withParent(ada), purchase.gt(10L))))
                    .extracting(each -> each.id)
                    .containsExactly(11L);
            assertThat(session.all(
                            select(CLUB).where(Trade.clubs.withParent(ada)).orderBy(CLUB.column("id", Long.class))))
                    .extracting(each -> each.name)
                    .containsExactly("Chess", "Rowing");
            assertThat(session.all(select(Trade.city).where(Trade.home.withParent(ada))))
                    .extracting(each -> each.name)
                    .containsExactly("Rome");
            assertThat(session.all(select(Trade.city).where(Trade.home.withParent(session.get(Customer.class, 3L)))))
                    .isEmpty();
            assertThat(session.all(select(BADGE).where(Trade.badge.withParent(ada))))
                    .hasSize(1);
            assertThat(customers(session, Trade.buyer.withParent(ten))).containsExactly("Ada");
            EntityPath<Part> p = PART.as("p");
            assertThat(session.all(select(p).where(Trade.parts.withParent(first, p))))
                    .hasSize(2);
        }
    }

    @Test
    void anObjectWithoutAKeyIsRefused() {
        assertThatThrownBy(() -> Trade.home.eq(new City()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("a City without a key is in no row to look for: flush it first");
        Customer customer = new Customer();
        customer.home = new City();
        assertThatThrownBy(() -> Trade.home.withParent(customer))
                .hasMessage("an object is looked for by the key 0 of a new City, which has no key yet: flush it first");
    }
}
