package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.allEqual;
import static dev.azoth.sql.Sql.avg;
import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.coalesce;
import static dev.azoth.sql.Sql.condition;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.listParameter;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.lower;
import static dev.azoth.sql.Sql.nullValue;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.ProgrammingException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.TextQuery;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SelectTest extends ShopTest {
    private static <T> List<T> rows(Database database, Query<T> query) {
        try (Connection connection = database.engine().connect()) {
            return connection.execute(query).all();
        }
    }

    @Test
    void oneThingOrSeveral(Database database) {
        // tag::select-basic
        Select<String> names = select(user.name).where(user.name.like("s%")).orderBy(user.name);

        Select<Row> rows = select(user.id, user.name).orderBy(user.name.desc()).limit(10);

        Select<Row> all = select(user); // every column of a table
        // end::select-basic
        assertThat(rows(database, names)).containsExactly("sandy", "squidward");
        assertThat(rows(database, rows)).hasSize(3);
        assertThat(rows(database, all).get(0).size()).isEqualTo(3);
    }

    @Test
    void conditions(Database database) {
        // tag::select-conditions
        Condition found = user.name
                .startsWith("s")
                .and(user.email.isNotNull().or(user.id.in(List.of(1L, 2L))))
                .and(lower(user.name).ne("squidward"));
        // end::select-conditions
        assertThat(rows(database, select(user.name).where(found))).containsExactly("sandy");
    }

    @Test
    void joinsAndGroups(Database database) {
        // tag::select-join
        Select<Row> spent = select(
                        user.name,
                        count(order.id).as("orders"),
                        sum(order.total).as("spent"))
                .from(user)
                .leftJoin(order, order.userId.eq(user.id))
                .groupBy(user.id, user.name)
                .having(count(order.id).lt(2L))
                .orderBy(user.name);
        // end::select-join
        assertThat(rows(database, spent)).hasSize(2);
    }

    @Test
    void subqueries(Database database) {
        // tag::select-subquery
        Select<String> buyers = select(user.name)
                .where(exists(select(literal(1)).from(order).where(order.userId.eq(user.id))))
                .orderBy(user.name);

        Select<Long> aboveAverage = select(order.id)
                .where(order.total
                        .cast(dev.azoth.type.Types.DOUBLE)
                        .gt(select(avg(order.total)).scalar()));
        // end::select-subquery
        assertThat(rows(database, buyers)).containsExactly("patrick", "sandy");
        assertThat(rows(database, aboveAverage)).hasSize(1);
    }

    @Test
    void commonTableExpressions(Database database) {
        // tag::select-cte
        CommonTableExpression big = select(order.userId, sum(order.total).as("spent"))
                .from(order)
                .groupBy(order.userId)
                .cte("big");

        Select<Row> best = select(user.name, big.get("spent", BigDecimal.class))
                .from(user)
                .join(big, big.get(order.userId).eq(user.id))
                .orderBy(big.get("spent").desc());
        // end::select-cte
        assertThat(rows(database, best).get(0).get(user.name)).isEqualTo("sandy");
    }

    @Test
    void recursion(Database database) {
        // tag::select-recursive
        CommonTableExpression numbers = CommonTableExpression.recursive(
                "numbers",
                select(literal(1L).cast(BIGINT).as("n")),
                soFar -> select(soFar.get("n", Long.class).plus(1L))
                        .from(soFar)
                        .where(soFar.get("n", Long.class).lt(5L)));

        Select<Long> sum =
                select(sum(numbers.get("n", Long.class)).cast(BIGINT)).from(numbers);
        // end::select-recursive
        assertThat(rows(database, sum)).containsExactly(15L);
    }

    @Test
    void aliasesAndSetOperations(Database database) {
        // tag::select-alias
        TableAlias other = user.as("other");
        Select<Row> pairs = select(user.name, other.get(user.name))
                .from(user)
                .join(other, other.get(user.id).gt(user.id));

        CompoundSelect<String> both = select(user.name)
                .where(user.id.eq(1L))
                .union(select(user.name).where(user.id.eq(2L)))
                .orderBy(user.name);
        // end::select-alias
        assertThat(rows(database, pairs)).hasSize(3);
        assertThat(rows(database, both)).containsExactly("patrick", "sandy");
    }

    @Test
    void expressions(Database database) {
        // tag::select-case
        Select<Row> sizes = select(
                        order.id,
                        caseWhen(order.total.ge(new BigDecimal("20")), "large")
                                .otherwise("small")
                                .as("size"),
                        order.total.times(new BigDecimal("1.25")).as("with_tax"))
                .orderBy(order.id);
        // end::select-case
        assertThat(rows(database, sizes)).hasSize(3);
    }

    @Test
    void textWhereNothingElseWillDo(Database database) {
        // tag::select-text
        Query<Row> query = text("SELECT name, id FROM user_account WHERE id > :least ORDER BY id")
                .bind("least", 1L)
                .column("name", VARCHAR(30))
                .column("id", BIGINT);

        Select<String> mixed = select(coalesce(user.email, "none"))
                .from(user)
                .where(condition("char_length(name) > :length").bind("length", 5));
        // end::select-text
        assertThat(rows(database, query)).hasSize(2);
        if (database.name().equals("sqlite")) { // its char_length() is length()
            assertThatThrownBy(() -> rows(database, mixed)).isInstanceOf(ProgrammingException.class);
        } else {
            assertThat(rows(database, mixed)).hasSize(2);
        }
    }

    record Bought(String name, BigDecimal total) {}

    @Test
    void partsOfAQuery(Database database) {
        // tag::select-parts
        Select<Row> dearest =
                select(user.name, order.total).from(user).join(order).orderBy(order.total.desc(), user.name);
        Select<Row> second = dearest.slice(1, 2);
        Select<String> whose = dearest.withOnly(user.name).unordered().distinct();
        Select<Row> withKeys = dearest.addColumns(order.id);
        Select<Bought> records = dearest.as(Bought.class);
        // end::select-parts
        assertThat(rows(database, second).get(0).get(user.name)).isEqualTo("sandy");
        assertThat(rows(database, whose)).containsExactlyInAnyOrder("sandy", "patrick");
        assertThat(rows(database, withKeys).get(0).size()).isEqualTo(3);
        assertThat(rows(database, records).get(2).name()).isEqualTo("patrick");
    }

    @Test
    void valuesOfOtherKinds(Database database) {
        // tag::select-values
        Select<Row> marked = select(
                        user.name,
                        literal("!").as("mark"),
                        nullValue(VARCHAR(10)).as("nothing"))
                .where(user.id.eq(parameter("id", BIGINT)));
        Map<String, Object> given = Map.of("id", 1L); // connection.execute(marked, given)
        Map<Expression<?>, Object> form = Map.of(user.name, "sandy", user.id, 1L);
        Select<Long> found = select(user.id).where(allEqual(form));
        // end::select-values
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.execute(marked, given).one().values()).containsExactly("sandy", "!", null);
        }
        assertThat(rows(database, found)).containsExactly(1L);
    }

    @Test
    void wholesOfSetOperations(Database database) {
        // tag::select-whole
        CompoundSelect<Bought> page = select(user.name, order.total)
                .from(user)
                .join(order)
                .unionAll(select(user.name, literal(new BigDecimal("0.00"))).from(user))
                .orderBy(user.name, order.total.desc())
                .slice(0, 3)
                .as(Bought.class);
        // end::select-whole
        assertThat(rows(database, page)).extracting(Bought::name).containsExactly("patrick", "patrick", "sandy");
    }

    @Test
    void recordsOfText(Database database) {
        // tag::select-text-records
        Query<Bought> records =
                text("SELECT u.name, o.total FROM user_account u JOIN customer_order o ON o.user_id = u.id"
                                + " WHERE o.total > :least")
                        .bind("least", new BigDecimal("20"))
                        .columns(user.name, order.total)
                        .as(Bought.class);
        TextQuery<Long> least = text("SELECT min(id) AS id FROM user_account").withOnly("id", BIGINT);
        Select<String> first = select(user.name).where(user.id.eq(least.scalar()));
        // end::select-text-records
        assertThat(rows(database, records)).containsExactly(new Bought("sandy", new BigDecimal("30.00")));
        assertThat(rows(database, first)).containsExactly("sandy");
    }

    @Test
    void valuesThatComeLater(Database database) {
        try (Connection connection = database.engine().connect()) {
            // tag::select-list-parameter
            Select<String> some = select(user.name)
                    .where(user.id.in(listParameter("ids", BIGINT)).or(user.name.eq(parameter("name", TEXT))))
                    .orderBy(user.name);

            List<String> names = connection
                    .execute(some, Map.of("ids", List.of(1L, 2L), "name", "nobody"))
                    .all();
            // end::select-list-parameter
            assertThat(names).hasSize(2);
        }
    }
}
