package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.column;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.generateSeries;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.merge;
import static dev.azoth.sql.Sql.rollup;
import static dev.azoth.sql.Sql.row;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.table;
import static dev.azoth.sql.Sql.trueCondition;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.values;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Alias;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.Keyset;
import dev.azoth.sql.LooseTable;
import dev.azoth.sql.Merge;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Query;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableFunction;
import dev.azoth.sql.Traversal;
import dev.azoth.sql.ValuesTable;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SelectablesTest extends ShopTest {
    private static <T> List<T> rows(Database database, Query<T> query) {
        try (Connection connection = database.engine().connect()) {
            return connection.execute(query).all();
        }
    }

    @Test
    void names(Database database) {
        // tag::selectables-names
        CommonTableExpression spent = select(order.userId, sum(order.total).as("spent"))
                .from(order)
                .groupBy(order.userId)
                .cte();
        Alias more = spent.alias();
        Select<Long> most = select(spent.get(order.userId))
                .from(spent)
                .leftJoin(more, more.get("spent", BigDecimal.class).gt(spent.get("spent", BigDecimal.class)))
                .where(more.get(order.userId).isNull());
        // end::selectables-names
        assertThat(rows(database, most)).hasSize(1);
    }

    @Test
    void joins(Database database) {
        // tag::selectables-join
        Select<Row> bought =
                select(user.name, order.total).from(user).join(order).orderBy(order.id);
        // end::selectables-join
        assertThat(rows(database, bought)).hasSize(3);
    }

    @Test
    void rowsOfValues(Database database) {
        // tag::selectables-rows
        Select<Long> some =
                select(order.id).where(row(order.userId, order.id).in(List.of(List.of(1L, 1L), List.of(2L, 3L))));
        Select<Long> later = select(order.id).where(row(order.userId, order.id).gt(1L, 1L));
        // end::selectables-rows
        assertThat(rows(database, some)).hasSizeLessThan(3);
        assertThat(rows(database, later)).hasSizeLessThan(3);
    }

    @Test
    void tables(Database database) {
        // tag::selectables-tables
        ValuesTable wanted =
                values("wanted", user.id, user.name).row(1L, "sandy").row(2L, "patrick");
        Select<String> right = select(user.name)
                .from(user)
                .join(
                        wanted,
                        wanted.get(user.id)
                                .eq(user.id)
                                .and(wanted.get(user.name).eq(user.name)));

        TableFunction days = generateSeries(value(1), value(31));
        Select<Integer> all = select(days.get("value", Integer.class)).from(days);
        // end::selectables-tables
        assertThat(rows(database, right)).hasSizeLessThan(3);
        assertThat(rows(database, all)).hasSize(31);
    }

    @Test
    void lateral(Database database) {
        // tag::selectables-lateral
        Subquery most = select(max(order.total).as("total"), count().as("orders"))
                .from(order)
                .where(order.userId.eq(user.id))
                .lateral("most");
        Select<Row> all = select(user.name, most.get("total"), most.get("orders"))
                .from(user)
                .leftJoin(most, trueCondition());
        // end::selectables-lateral
        if (Set.of("postgresql", "mysql", "duckdb").contains(database.name())) {
            assertThat(rows(database, all)).isNotEmpty();
        } else {
            assertThatThrownBy(() -> rows(database, all)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void chosen(Database database) {
        // tag::selectables-chosen
        Select<Row> newest =
                select(order.userId, order.id).distinctOn(order.userId).orderBy(order.userId.asc(), order.id.desc());
        Select<Row> dearest = select(order.userId, order.id)
                .qualify(rowNumber()
                        .over(w -> w.partitionBy(order.userId).orderBy(order.total.desc()))
                        .le(2L));
        Select<Long> best = select(order.id).orderBy(order.total.desc()).fetch(10, Fetch.WITH_TIES);
        // end::selectables-chosen
        assertThat(rows(database, newest)).hasSize(2);
        assertThat(rows(database, dearest)).hasSize(3);
        assertThat(rows(database, best)).hasSize(3);
    }

    @Test
    void pages(Database database) {
        // tag::selectables-keyset
        Select<Row> orders = select(order.id, order.total).orderBy(order.total.desc(), order.id.asc());
        Keyset<Row> pages = Keyset.of(orders);
        Object[] position = {new BigDecimal("999999"), 0L}; // or pages.position(row)
        Select<Row> next = pages.after(position).limit(20);
        // end::selectables-keyset
        assertThat(rows(database, next)).hasSize(3);
    }

    @Test
    void sums(Database database) {
        // tag::selectables-rollup
        Select<Row> sums = select(order.userId, sum(order.total)).groupBy(rollup(order.userId));
        // end::selectables-rollup
        assertThat(rows(database, sums)).hasSize(3);
    }

    @Test
    void merges(Database database) {
        // tag::writes-merge
        ValuesTable given = values("given", user.name, user.email)
                .row("sandy", "sandy@example.org")
                .row("pearl", "pearl@example.org");
        Merge<Row> merge = merge(user)
                .using(given, given.get(user.name).eq(user.name))
                .whenMatched()
                .update(x -> x.set(user.email, given.get(user.email)))
                .whenNotMatched()
                .insert(x -> x.set(user.name, given.get(user.name)).set(user.email, given.get(user.email)));
        // end::writes-merge
        if (Set.of("postgresql", "h2").contains(database.name())) {
            database.engine()
                    .begin(connection ->
                            assertThat(connection.execute(merge).rowCount()).isEqualTo(2));
        } else if (!database.name().equals("duckdb")) { // which changes no indexed column of a row that others refer to
            assertThatThrownBy(() -> database.engine().compile(merge)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void locks(Database database) {
        // tag::selectables-locks
        Select<Row> next = select(order.id, user.name)
                .from(order)
                .join(user, user.id.eq(order.userId))
                .orderBy(order.id)
                .limit(1)
                .forUpdate(lock -> lock.of(order).skipLocked());
        // end::selectables-locks
        if (Set.of("postgresql", "mysql", "h2").contains(database.name())) {
            assertThat(rows(database, next)).hasSize(1);
        } else {
            assertThatThrownBy(() -> rows(database, next)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void looseTables(Database database) {
        // tag::selectables-loose
        LooseTable audit = table("user_account", column("id", BIGINT), column("name", TEXT));
        Select<String> names = select(audit.get("name", String.class))
                .where(audit.get("id", Long.class).lt(9L));
        Select<Long> bare = select(column("id", BIGINT)).from(user);
        // end::selectables-loose
        assertThat(rows(database, names)).hasSize(3);
        assertThat(rows(database, bare)).hasSize(3);
    }

    @Test
    void changes(Database database) {
        // tag::selectables-changes
        CommonTableExpression gone = delete(order)
                .where(order.total.lt(BigDecimal.TEN))
                .returning(order.id)
                .cte("gone");
        Select<Long> many = select(count()).from(gone);
        // end::selectables-changes
        if (Set.of("postgresql", "duckdb").contains(database.name())) {
            assertThat(rows(database, many)).hasSize(1);
        } else {
            assertThatThrownBy(() -> rows(database, many)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void hints(Database database) {
        // tag::selectables-hints
        Select<String> hinted = select(user.name)
                .hint(user, "USE INDEX (PRIMARY)", "mysql", "mariadb")
                .statementHint("SeqScan(user_account)", "postgresql")
                .prefix("STRAIGHT_JOIN", "mysql");
        // end::selectables-hints
        assertThat(rows(database, hinted)).hasSize(3);
    }

    @Test
    void rewriting(Database database) {
        // tag::selectables-rewriting
        Select<Row> dear = select(order.id, order.total).from(order).where(order.total.gt(new BigDecimal("15")));
        Select<Row> doubled =
                Rewriter.rewrite(dear, node -> node.equals(order.total) ? order.total.plus(order.total) : null);
        Set<String> tables = new TreeSet<>();
        Traversal.walk(dear, node -> {
            if (node instanceof NamedTable table) {
                tables.add(table.name());
            }
            return true;
        });
        // end::selectables-rewriting
        assertThat(tables).containsExactly("customer_order");
        assertThat(rows(database, doubled).size())
                .isGreaterThanOrEqualTo(rows(database, dear).size());
    }
}
