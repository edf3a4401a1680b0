package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.avg;
import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.coalesce;
import static dev.azoth.sql.Sql.condition;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.lower;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.ProgrammingException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.math.BigDecimal;
import java.util.List;
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
}
