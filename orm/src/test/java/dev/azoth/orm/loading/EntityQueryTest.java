package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.populateExisting;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DatabaseException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.loading.Trade.City;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.orm.loading.Trade.TreeNode;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class EntityQueryTest {
    private static final ColumnReference<Long> ID = Trade.customer.column("id", Long.class);
    private static final ColumnReference<String> NAME = Trade.customer.column("name", String.class);
    private static final ColumnReference<Long> PURCHASE_ID = Trade.purchase.column("id", Long.class);

    private final Database database;

    /** A customer, and how often they bought something. */
    record Buyer(Customer customer, long purchases) {}

    EntityQueryTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void rowGivesOneObject() {
        try (HeldObjects session = new HeldObjects(database)) {
            List<Customer> found = session.all(select(Trade.customer)
                    .join(Trade.purchase, Trade.purchases.on(Trade.purchase))
                    .orderBy(PURCHASE_ID));

            assertThat(found).extracting(each -> each.name).containsExactly("Ada", "Ada", "Bob", "Cyd");
            assertThat(found.get(0)).isSameAs(found.get(1)).isSameAs(session.get(Customer.class, 1L));
        }
    }

    @Test
    void columnsAreReadAsByCore() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThat(session.all(select(NAME).orderBy(NAME.desc()))).containsExactly("Dan", "Cyd", "Bob", "Ada");
        }
    }

    @Test
    void rowHasEntitiesAndColumns() {
        try (HeldObjects session = new HeldObjects(database)) {
            var number = count(PURCHASE_ID);
            List<Row> rows = session.all(select(Trade.customer, number, NAME)
                    .from(Trade.customer)
                    .leftJoin(Trade.purchase, Trade.purchases.on(Trade.purchase))
                    .groupBy(ID, NAME, Trade.home.key(Long.class))
                    .orderBy(ID));

            assertThat(rows).extracting(row -> row.get(number)).containsExactly(2L, 1L, 1L, 0L);
            assertThat(rows).extracting(row -> row.get(NAME)).containsExactly("Ada", "Bob", "Cyd", "Dan");
            assertThat(rows.get(0).get(Trade.customer).home.name).isEqualTo("Rome");
            assertThat(rows.get(1).get("customer", Customer.class).name).isEqualTo("Bob");
        }
    }

    @Test
    void recordHasEntitiesAndColumns() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = select(Trade.customer, count(PURCHASE_ID))
                    .from(Trade.customer)
                    .leftJoin(Trade.purchase, Trade.purchases.on(Trade.purchase))
                    .groupBy(ID, NAME, Trade.home.key(Long.class))
                    .orderBy(ID);

            List<Buyer> buyers = session.all(query.as(Buyer.class));

            assertThat(buyers)
                    .extracting(each -> each.customer().name + each.purchases())
                    .contains("Ada2", "Dan0");
            assertThatThrownBy(() -> session.all(
                            query.withSelection(Trade.customer, NAME).as(Buyer.class)))
                    .isInstanceOf(CompileException.class)
                    .hasMessage("the columns selected do not fit the record " + Buyer.class.getName()
                            + ", by position\n  columns     customer Customer, name String"
                            + "\n  components  customer Customer, purchases long");
        }
    }

    @Test
    void entityIsJoinedToItselfUnderAnotherName() {
        try (HeldObjects session = new HeldObjects(database)) {
            EntityPath<TreeNode> child = Trade.node.as("child");

            Sent sent = Sent.during(database, () -> {
                List<Row> rows = session.all(select(Trade.node, child)
                        .from(Trade.node)
                        .join(child, Trade.children.on(child))
                        .orderBy(child.column("id", Long.class)));
                assertThat(rows)
                        .extracting(row -> row.get(Trade.node).id + ">" + row.get(child).id)
                        .containsExactly("1>2", "1>3", "2>4");
                assertThat(rows.get(2).get(Trade.node)).isSameAs(rows.get(0).get("child"));
                assertThat(rows.get(2).get(child).parent).isSameAs(rows.get(2).get(Trade.node));
            });

            sent.was("SELECT tree_node.id, tree_node.parent_id, child.id AS id_1, child.parent_id AS parent_id_1"
                    + " FROM tree_node JOIN tree_node AS child ON tree_node.id = child.parent_id ORDER BY child.id");
        }
    }

    @Test
    void outerJoinGivesNullForNoEntity() {
        try (HeldObjects session = new HeldObjects(database)) {
            List<Row> rows = session.all(select(Trade.customer, Trade.city)
                    .from(Trade.customer)
                    .leftJoin(Trade.city, Trade.home.on(Trade.city))
                    .orderBy(ID));

            assertThat(rows.get(0).get(Trade.city).name).isEqualTo("Rome");
            assertThat(rows.get(2).get(Trade.city)).isNull();
        }
    }

    @Test
    void setOperationsGiveEntities() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = select(Trade.customer)
                    .where(NAME.eq("Ada"))
                    .options(selectinload(Trade.purchases))
                    .union(select(Trade.customer).where(NAME.eq("Dan")))
                    .orderBy(NAME.desc());

            List<Customer> found = session.all(query);

            assertThat(found).extracting(each -> each.name).containsExactly("Dan", "Ada");
            Sent.during(database, () -> assertThat(found.get(1).purchases).hasSize(2))
                    .wasNothing();
        }
    }

    @Test
    void subqueryAndCommonTableExpressionGiveEntities() {
        try (HeldObjects session = new HeldObjects(database)) {
            var some = select(Trade.customer).where(ID.le(2L));
            EntityPath<Customer> inner = Trade.customer.from(some.subquery("some"));
            EntityPath<Customer> common = Trade.customer.from(some.cte("few"));

            assertThat(session.all(select(inner)
                            .orderBy(inner.column("id", Long.class))
                            .options(joinedload(Trade.purchases))))
                    .extracting(each -> each.name + each.purchases.size())
                    .containsExactly("Ada2", "Bob1");
            assertThat(session.all(select(common).orderBy(common.column("id", Long.class))))
                    .extracting(each -> each.name)
                    .containsExactly("Ada", "Bob");
        }
    }

    @Test
    void rowDoesNotOverwriteWhatTheSessionHolds() {
        try (HeldObjects session = new HeldObjects(database)) {
            Customer ada = session.get(Customer.class, 1L);
            ada.name = "changed";
            City rome = ada.home;
            ada.home = null;

            assertThat(session.one(select(Trade.customer).where(ID.eq(1L))).name)
                    .isEqualTo("changed");
            assertThat(session.one(select(Trade.customer).where(ID.eq(1L)).options(joinedload(Trade.home))).home)
                    .isNull();
            assertThat(session.one(select(Trade.customer).where(ID.eq(1L)).options(populateExisting())).name)
                    .isEqualTo("Ada");
            assertThat(ada.home).isSameAs(rome);
        }
    }

    @Test
    void failureLeavesNoHalfReadObjectBehind() {
        try (HeldObjects session = new HeldObjects(database)) {
            var broken = select(Trade.customer).where(ID.eq(1L)).orderBy(expression("no_such_column", Types.BIGINT));

            assertThatThrownBy(() -> session.all(broken)).isInstanceOf(DatabaseException.class);
            assertThat(session.held).isEmpty();
        }
    }

    @Test
    void manyPurchasesShareTheirCustomer() {
        try (HeldObjects session = new HeldObjects(database)) {
            List<Purchase> found =
                    session.all(select(Trade.purchase).orderBy(PURCHASE_ID).options(joinedload(Trade.buyer)));

            assertThat(found.get(0).customer.get())
                    .isSameAs(found.get(1).customer.get());
            assertThat(found).extracting(each -> each.customer.get().name).containsExactly("Ada", "Ada", "Bob", "Cyd");
        }
    }
}
