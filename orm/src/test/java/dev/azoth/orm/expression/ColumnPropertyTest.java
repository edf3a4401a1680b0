package dev.azoth.orm.expression;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.populateExisting;
import static dev.azoth.orm.Loading.withExpression;
import static dev.azoth.orm.expression.Cafe.bill;
import static dev.azoth.orm.expression.Cafe.dish;
import static dev.azoth.orm.expression.Cafe.guest;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.QueryAttribute;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.expression.Cafe.Bill;
import dev.azoth.orm.expression.Cafe.Dish;
import dev.azoth.orm.expression.Cafe.Guest;
import dev.azoth.orm.expression.Cafe.Soup;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members that are read from expressions of SQL. */
@EveryDatabase
class ColumnPropertyTest {
    private static final Expression<String> FULL_NAME = guest.expression("fullName", String.class);
    private static final ColumnReference<Integer> ID = guest.column("id", Integer.class);
    private static final QueryAttribute<Guest, Integer> RANK = guest.queryAttribute("rank", Integer.class);

    private final Database database;
    private final SessionFactory sessions;

    ColumnPropertyTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Cafe.TABLES);
    }

    @BeforeEach
    void fill() {
        sessions.begin(session -> {
            Guest ann = new Guest(1, "ann 🍰", "o'hara");
            ann.bills.addAll(List.of(new Bill(1, ann, 10), new Bill(2, ann, 5)));
            Soup soup = new Soup();
            soup.id = 1;
            soup.price = 4;
            soup.spoons = 3;
            session.addAll(ann, new Guest(2, "bob", null), soup);
        });
    }

    @AfterEach
    void empty() {
        database.engine().begin(connection -> {
            for (EntityPath<?> each : List.of(bill, guest, Entities.path(Soup.class), dish)) {
                connection.execute(Sql.delete(each.table()));
            }
        });
    }

    @Test
    void expressionsAreReadWithTheRowInOneStatement() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Guest> all = session.execute(select(guest).orderBy(ID)).all();
                assertThat(all).extracting(each -> each.fullName).containsExactly("ann 🍰 o'hara", "bob ?");
                assertThat(all).extracting(each -> each.billCount).containsExactly(2L, 0L);
                assertThat(all).extracting(each -> each.rank).containsOnlyNulls();
            });
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void expressionsStandInConditionsOrdersAndSelections() {
        Expression<Long> count = guest.expression("billCount", Long.class);
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(guest).where(FULL_NAME.eq("bob ?")))
                            .one()
                            .id)
                    .isEqualTo(2);
            assertThat(session.execute(select(FULL_NAME).from(guest).orderBy(count, ID))
                            .all())
                    .containsExactly("bob ?", "ann 🍰 o'hara");
            assertThat(session.execute(select(guest).orderBy(count.desc()).limit(1))
                            .one()
                            .id)
                    .isEqualTo(1);
        }
    }

    @Test
    void lockedRowsHaveThem() {
        if (!List.of("sqlite", "duckdb").contains(database.name())) {
            try (Session session = sessions.open()) {
                assertThat(session.execute(select(guest).orderBy(ID).forUpdate())
                                .all())
                        .extracting(each -> each.billCount)
                        .containsExactly(2L, 0L);
                assertThat(session.execute(select(dish).forUpdate()).all()).hasSize(1);
            }
        }
    }

    @Test
    void anAliasHasTheExpressionsOfItsOwnColumns() {
        EntityPath<Guest> other = guest.as("other");
        try (Session session = sessions.open()) {
            Guest found = session.execute(select(other)
                            .from(guest)
                            .join(other, other.column("id", Integer.class).gt(ID))
                            .where(other.expression("fullName", String.class).eq("bob ?")))
                    .one();
            assertThat(found.fullName).isEqualTo("bob ?");
            assertThat(found.billCount).isZero();
        }
    }

    @Test
    void aLazyExpressionIsComputedWhenItIsAskedFor() {
        try (Session session = sessions.open()) {
            Guest ann = session.get(Guest.class, 1).orElseThrow();
            assertThat(ann.spent.isLoaded()).isFalse();
            List<String> sent = database.statements()
                    .during(() -> assertThat(ann.spent.get()).isEqualTo(15L));
            assertThat(sent).hasSize(1);
            assertThat(session.get(Guest.class, 2).orElseThrow().spent.get()).isNull();
        }
    }

    @Test
    void expressionsAreReadInJoinsPagesAndByKeys() {
        try (Session session = sessions.open()) {
            List<Guest> page = session.execute(select(guest)
                            .options(joinedload(guest.toMany("bills", Bill.class)))
                            .orderBy(FULL_NAME)
                            .limit(1))
                    .all();
            assertThat(page.get(0).bills).hasSize(2);
            assertThat(page.get(0).fullName).isEqualTo("ann 🍰 o'hara");
        }
        try (Session session = sessions.open()) {
            Bill first = session.execute(select(bill)
                            .options(joinedload(bill.toOne("guest", Guest.class)))
                            .where(bill.column("id", Integer.class).eq(1)))
                    .one();
            assertThat(Objects.requireNonNull(first.guest).billCount).isEqualTo(2);
        }
        try (Session session = sessions.open()) {
            Bill second = session.get(Bill.class, 2).orElseThrow();
            assertThat(Objects.requireNonNull(second.guest).fullName).isEqualTo("ann 🍰 o'hara");
        }
    }

    @Test
    void whatIsComputedIsNeverWrittenAndIsReadAnewByRefresh() {
        Guest detached;
        try (Session session = sessions.open()) {
            detached = session.get(Guest.class, 2).orElseThrow();
        }
        detached.last = "stone";
        detached.fullName = "nobody";
        sessions.begin(session -> {
            Guest merged = session.merge(detached);
            List<String> sent = database.statements().during(session::flush);
            assertThat(sent).singleElement().asString().doesNotContain("full_name");
            session.refresh(merged);
            assertThat(merged.fullName).isEqualTo("bob stone");
        });
        try (Session session = sessions.open()) {
            Guest bob = session.get(Guest.class, 2).orElseThrow();
            bob.fullName = "somebody";
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Guest#2.fullName was changed from bob stone to somebody, but is computed by the database:"
                                    + " change what it is computed from");
        }
    }

    @Test
    void eachQueryGivesTheExpressionThatIsLeftToIt() {
        try (Session session = sessions.open()) {
            Guest ann = session.get(Guest.class, 1).orElseThrow();
            List<Guest> all = session.execute(select(guest)
                            .options(withExpression(RANK, ID.times(10)))
                            .orderBy(ID))
                    .all();
            assertThat(all).extracting(each -> each.rank).containsExactly(null, 20);
            session.execute(select(guest).options(withExpression(RANK, ID.times(100)), populateExisting()))
                    .all();
            assertThat(ann.rank).isEqualTo(100);
            session.flush();
        }
        EntityPath<Guest> other = guest.as("other");
        try (Session session = sessions.open()) {
            Guest found = session.execute(select(other)
                            .options(withExpression(
                                    other.queryAttribute("rank", Integer.class),
                                    other.column("id", Integer.class).plus(5)))
                            .where(other.column("id", Integer.class).eq(2)))
                    .one();
            assertThat(found.rank).isEqualTo(7);
        }
    }

    @Test
    void entitiesThatExtendEntitiesHaveTheExpressionsOfBoth() {
        try (Session session = sessions.open()) {
            Soup soup = (Soup) session.execute(select(dish)
                            .where(dish.expression("doubled", Integer.class).eq(8)))
                    .one();
            assertThat(soup.doubled).isEqualTo(8);
            assertThat(soup.perSpoon).isEqualTo(11);
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Dish.class, 1)).get().isInstanceOf(Soup.class);
            assertThat(session.get(Soup.class, 1).orElseThrow().perSpoon).isEqualTo(11);
        }
    }

    @Test
    void anExpressionIsNoColumn() {
        assertThatThrownBy(() -> guest.column("fullName", String.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Guest.fullName is an expression, not a column: ask for it with expression(…)");
        assertThatThrownBy(() -> guest.expression("fullName", Integer.class))
                .hasMessage("Guest.fullName is of java.lang.String, not java.lang.Integer");
        assertThatThrownBy(() -> guest.queryAttribute("fullName", String.class))
                .hasMessage("Guest.fullName is not left to queries: it is not annotated with @QueryExpression");
        assertThat(guest.table().columns())
                .extracting(each -> each.name())
                .containsExactly("id", "first", "last", "version");
    }
}
