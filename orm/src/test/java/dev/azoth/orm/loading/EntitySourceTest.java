package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.loading.Trade.City;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.TreeNode;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities that are read from queries, and not from their tables. */
@EveryDatabase
class EntitySourceTest {
    private static final ColumnReference<Long> ID = Trade.customer.column("id", Long.class);
    private static final ColumnReference<String> NAME = Trade.customer.column("name", String.class);
    private static final ColumnReference<Long> NODE_ID = Trade.node.column("id", Long.class);
    private static final Select<Customer> SOME = select(Trade.customer).where(ID.le(2L));

    private final Database database;

    EntitySourceTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    private static ColumnReference<Long> id(EntityPath<?> path) {
        return path.column("id", Long.class);
    }

    @Test
    void everyStrategyLoadsWhatBelongsToRowsOfAUnion() {
        Query<Customer> both =
                SOME.where(NAME.eq("Ada")).unionAll(select(Trade.customer).where(NAME.eq("Dan")));
        for (var option :
                List.of(joinedload(Trade.purchases), selectinload(Trade.purchases), subqueryload(Trade.purchases))) {
            try (HeldObjects session = new HeldObjects(database)) {
                EntityPath<Customer> some = Trade.customer.from(both.subquery("both"));

                assertThat(session.all(select(some).orderBy(id(some)).options(option)))
                        .as("%s", option)
                        .extracting(each -> each.name + each.purchases.size())
                        .containsExactly("Ada2", "Dan0");
            }
        }
    }

    @Test
    void entityIsReadFromARecursiveQuery() {
        try (HeldObjects session = new HeldObjects(database)) {
            EntityPath<TreeNode> child = Trade.node.as("child");
            CommonTableExpression below = CommonTableExpression.recursive(
                    "below",
                    select(Trade.node).where(NODE_ID.eq(2L)),
                    found -> select(child)
                            .from(child)
                            .join(
                                    found,
                                    child.toOne("parent", TreeNode.class)
                                            .key(Long.class)
                                            .eq(found.get(NODE_ID))));
            EntityPath<TreeNode> node = Trade.node.from(below);

            Sent.during(database, () -> {
                        List<TreeNode> found =
                                session.all(select(node).orderBy(id(node)).options(selectinload(Trade.children)));
                        assertThat(found).extracting(each -> each.id).containsExactly(2L, 4L);
                        assertThat(found.get(0).children.get(0)).isSameAs(found.get(1));
                        assertThat(found.get(0).parent.id).isEqualTo(1);
                    })
                    .wasStatements(3);
        }
    }

    @Test
    void aliasIsFoundInAQueryOfIt() {
        try (HeldObjects session = new HeldObjects(database)) {
            EntityPath<City> c = Trade.city.as("c");
            var pairs = select(Trade.city, c)
                    .from(Trade.city)
                    .join(c, id(Trade.city).lt(id(c)))
                    .subquery("pairs");

            EntityPath<City> left = Trade.city.from(pairs);
            EntityPath<City> right = c.from(pairs);
            List<Row> rows = session.all(select(left, right).from(pairs));

            assertThat(rows)
                    .extracting(row -> row.get(left).name + ">" + row.get(right).name)
                    .containsExactly("Rome>Oslo");
            assertThatThrownBy(() ->
                            session.all(select(Trade.city.from(select(c).from(c).subquery("others")))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("""
                            City cannot be read from City as others, which lacks columns of it.
                              missing   id, name, country_id
                              there     id, name, country_id
                              way out   select the entity there, or give a column its name: old.nr.as("id")""");
        }
    }

    @Test
    void aQueryUnderAnotherNameIsStillThatQuery() {
        try (HeldObjects session = new HeldObjects(database)) {
            EntityPath<Customer> few = Trade.customer.from(SOME.cte("few"));
            EntityPath<Customer> other = few.as("other");

            List<Row> rows = session.all(select(few, other)
                    .from(few)
                    .join(other, id(few).lt(id(other)))
                    .options(selectinload(Trade.purchases)));

            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).get(few).purchases).hasSize(2);
            assertThat(rows.get(0).get(other).name).isEqualTo("Bob");
        }
    }

    @Test
    void labelsStandForColumns() {
        try (HeldObjects session = new HeldObjects(database)) {
            var made = select(
                            id(Trade.node).as("id"),
                            value("node").as("name"),
                            Trade.node
                                    .toOne("parent", TreeNode.class)
                                    .key(Long.class)
                                    .as("country_id"))
                    .from(Trade.node)
                    .where(NODE_ID.eq(1L))
                    .subquery("made");

            City city = session.one(select(Trade.city.from(made)));

            assertThat(city.id + city.name).isEqualTo("1node");
            assertThat(city.country).isNull();
        }
    }

    @Test
    void entityIsReadFromText() {
        SessionFactory sessions = SessionFactory.create(database.engine());
        try (Session session = sessions.open()) {
            EntityPath<Customer> found = Trade.customer.from(Trade.customer.rows(
                    text("SELECT 7 AS more, c.* FROM customer c WHERE c.name <> :name")
                            .bind("name", "Bob"),
                    "found"));

            List<Customer> all = session.execute(
                            select(found).orderBy(id(found).desc()).options(selectinload(Trade.purchases)))
                    .all();

            assertThat(all)
                    .extracting(each -> each.name + each.purchases.size())
                    .containsExactly("Dan0", "Cyd1", "Ada2");
            assertThat(all.get(2)).isSameAs(session.get(Customer.class, 1L).orElseThrow());
            all.get(0).name = "Dana";
            session.flush();
            assertThat(session.execute(select(NAME).where(ID.eq(4L))).one()).isEqualTo("Dana");
            session.rollback();
        }
    }

    @Test
    void columnThatIsLoadedLaterNeedNotBeInTheQuery() {
        try (HeldObjects session = new HeldObjects(database)) {
            EntityPath<Customer> some = Trade.customer.from(SOME.subquery("some"));
            assertThat(some.column("biography", String.class).name()).isEqualTo("biography");
            assertThat(session.all(select(some).orderBy(id(some)))
                            .get(0)
                            .biography
                            .get())
                    .isEqualTo("counts");

            EntityPath<Customer> whole =
                    Trade.customer.from(SOME.addColumns(Trade.customer.column("biography", String.class))
                            .subquery("whole"));
            assertThat(session.all(select(whole)
                            .where(whole.column("biography", String.class).eq("builds"))))
                    .extracting(each -> each.name)
                    .containsExactly("Bob");
        }
    }

    @Test
    void pageOfAQueryHasWholeCollections() {
        try (HeldObjects session = new HeldObjects(database)) {
            EntityPath<Customer> page = Trade.customer.from(
                    select(Trade.customer).orderBy(ID.desc()).limit(3).subquery("newest"));

            assertThat(session.all(select(page)
                            .orderBy(id(page).desc())
                            .offset(1)
                            .limit(2)
                            .options(joinedload(Trade.purchases).joinedload(Trade.lines))))
                    .extracting(each -> each.name + each.purchases.size())
                    .containsExactly("Cyd1", "Bob1");
        }
    }
}
