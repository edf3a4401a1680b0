package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.generateSeries;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.tableFunction;
import static dev.azoth.sql.Sql.tableSample;
import static dev.azoth.sql.Sql.trueCondition;
import static dev.azoth.sql.Sql.unnest;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.values;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.sql.Alias;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableFunction;
import dev.azoth.sql.TableSample;
import dev.azoth.sql.ValuesTable;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class TableSourceTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void valuesAreATable(Database db) {
        ValuesTable wanted = values("wanted", customer.id, customer.name)
                .row(1L, "' \\ ? \"")
                .row(3L, null)
                .row(9L, "nobody");
        db.expect(select(customer.name, wanted.get(customer.name))
                        .from(customer)
                        .join(wanted, wanted.get(customer.id).eq(customer.id))
                        .orderBy(customer.id))
                .sql(
                        "postgresql",
                        head(
                                "(VALUES (CAST(? AS BIGINT), CAST(? AS VARCHAR(30))), (?, ?), (?, ?)) AS wanted (id, name)"))
                .sql(
                        "h2",
                        head(
                                "(VALUES (CAST(? AS BIGINT), CAST(? AS VARCHAR(30))), (?, ?), (?, ?)) AS wanted (id, name)"))
                .sql(
                        "duckdb",
                        head("(VALUES (CAST(? AS BIGINT), CAST(? AS VARCHAR)), (?, ?), (?, ?)) AS wanted (id, name)"))
                .sql("mysql", head("(VALUES ROW(?, ?), ROW(?, ?), ROW(?, ?)) AS wanted (id, name)"))
                .sql(
                        "mariadb",
                        head("(SELECT ? AS id, ? AS name UNION ALL SELECT ?, ? UNION ALL SELECT ?, ?) AS wanted"))
                .sql(head("(WITH wanted (id, name) AS (VALUES (?, ?), (?, ?), (?, ?)) SELECT * FROM wanted) AS wanted"))
                .parameters(1L, "' \\ ? \"", 3L, null, 9L, "nobody")
                .rows(List.of("ann", "' \\ ? \""), Arrays.asList("cid", null));
    }

    private static String head(String values) {
        return "SELECT customer.name, wanted.name AS name_1 FROM customer JOIN " + values
                + " ON wanted.id = customer.id ORDER BY customer.id";
    }

    @Test
    void aTableOfValuesJoinsItself(Database db) {
        ValuesTable numbers = values("numbers", customer.id).rows(List.of(List.of(1L), List.of(2L), List.of(3L)));
        Alias more = numbers.alias();
        db.expect(select(count()).from(numbers).join(more, more.get(customer.id).gt(numbers.get("id", Long.class))))
                .rows(3L);
        assertThatThrownBy(() -> values("v", customer.id).row("x"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("column id takes java.lang.Long, not java.lang.String");
        assertThatThrownBy(() -> values("v", customer.id).row(1L, 2L))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("row 0 has 2 values for 1 columns");
        assertThatThrownBy(() -> db.engine().compile(select(values("v", customer.id))))
                .isInstanceOf(CompileException.class)
                .hasMessage("the table of values v has no rows: call row(…)");
    }

    @Test
    @Requires(Capability.TABLE_FUNCTIONS)
    void numbersAreATable(Database db) {
        TableFunction numbers = generateSeries(value(2), value(4)).named("numbers");
        db.expect(select(numbers.get("value", Integer.class)).from(numbers).orderBy(numbers.get("value")))
                .sql(
                        "postgresql",
                        "SELECT numbers.value FROM generate_series(?, ?) AS numbers (value) ORDER BY numbers.value")
                .rows(2, 3, 4);
        var down = generateSeries(value(5), value(1), value(-2));
        db.expect(select(down.get("value", Integer.class))
                        .from(down)
                        .orderBy(down.get("value").desc()))
                .rows(5, 3, 1);
        var none = generateSeries(value(5), value(4), value(2));
        db.expect(select(none.get("value", Integer.class)).from(none)).rows();
        var many = generateSeries(value(1L), value(5000L));
        db.expect(select(count(), max(many.get("value", Long.class))).from(many))
                .rows(List.of(5000L, 5000L));
    }

    @Test
    @Requires(Capability.TABLE_FUNCTIONS)
    void anArrayIsATable(Database db) {
        TableFunction texts = unnest(value(List.of("a", "b"), Types.array(Types.TEXT)))
                .withOrdinality("n")
                .named("texts");
        var query = select(texts.get("value", String.class), texts.get("n"))
                .from(texts)
                .orderBy(texts.get("n"));
        db.expect(query).rows(List.of("a", 1L), List.of("b", 2L));
    }

    @Test
    void aFunctionOfTheDatabaseIsATable(Database db) {
        if (!db.name().equals("sqlite")) {
            return;
        }
        TableFunction each = tableFunction("json_each", value("[3, 4]"))
                .column("key", Types.BIGINT)
                .column("value", Types.INTEGER);
        db.expect(select(each.get("key"), each.get("value")).from(each).orderBy(each.get("key")))
                .sql("SELECT anon_1.`key`, anon_1.value FROM json_each(?) AS anon_1 ORDER BY anon_1.`key`")
                .rows(List.of(0L, 3), List.of(1L, 4));
    }

    @Test
    @Requires(Capability.LATERAL)
    void aSubqueryReadsWhatStandsBeforeIt(Database db) {
        Subquery last = select(max(order.id).as("id"))
                .from(order)
                .where(order.customerId.eq(customer.id))
                .lateral("last");
        var query = select(customer.name, last.get("id", Long.class))
                .from(customer)
                .leftJoin(last, trueCondition())
                .orderBy(customer.id);
        db.expect(query)
                .sql(
                        "SELECT customer.name, last.id FROM customer LEFT JOIN LATERAL (SELECT max(purchase.id) AS id FROM purchase"
                                + " WHERE purchase.customer_id = customer.id) AS last ON TRUE"
                                + " ORDER BY customer.id")
                .rows(List.of("ann", 2L), List.of("bob", 3L), Arrays.asList("cid", null));
    }

    @Test
    @Requires(Capability.LATERAL)
    void theFirstRowsOfEachAreRead(Database db) {
        Subquery dearest = select(order.id)
                .from(order)
                .where(order.customerId.eq(customer.id))
                .orderBy(order.total.desc())
                .limit(1)
                .lateral("dearest");

        db.expect(select(customer.name, dearest.get(order.id))
                        .from(customer)
                        .crossJoin(dearest)
                        .orderBy(customer.id))
                .rows(List.of("ann", 2L), List.of("bob", 3L));
    }

    @Test
    @Requires(Capability.ARRAYS)
    void aListIsAValue(Database db) {
        db.expect(select(value(List.of("a", "b"), Types.array(Types.TEXT)))).rows(List.of("a", "b"));
    }

    @Test
    @Requires(Capability.SAMPLE)
    void aSampleIsSomeOfTheRows(Database db) {
        TableSample all = tableSample(order, TableSample.Method.BERNOULLI, 100)
                .repeatable(7)
                .named("s");
        String sample = "SELECT count(*), max(s.id) FROM purchase AS s TABLESAMPLE BERNOULLI (%s) REPEATABLE (7)";
        db.expect(select(count(), max(all.get(order.id))).from(all))
                .sql("duckdb", sample.formatted("100.0 PERCENT"))
                .sql(sample.formatted("100.0"))
                .rows(List.of(3L, 3L));
        assertThatThrownBy(() -> tableSample(order, TableSample.Method.SYSTEM, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sample is of more than 0 and at most 100 percent, not 0.0");
    }
}
