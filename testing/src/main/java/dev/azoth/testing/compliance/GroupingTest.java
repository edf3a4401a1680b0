package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.cube;
import static dev.azoth.sql.Sql.grouping;
import static dev.azoth.sql.Sql.groupingSets;
import static dev.azoth.sql.Sql.rollup;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.substring;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class GroupingTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    /** A bug: the value was a parameter in each place, and PostgreSQL could not know that the two are always equal. */
    @Test
    void anExpressionWithAValueIsSelectedAndGroupedBy(Database db) {
        db.expect(select(order.customerId.plus(1L), count())
                        .groupBy(order.customerId.plus(1L))
                        .having(count().lt(9L))
                        .orderBy(order.customerId.plus(1L).desc()))
                .sql("SELECT purchase.customer_id + 1, count(*) FROM purchase GROUP BY purchase.customer_id + 1"
                        + " HAVING count(*) < ? ORDER BY purchase.customer_id + 1 DESC")
                .parameters(9L)
                .rows(List.of(3L, 1L), List.of(2L, 2L));
    }

    @Test
    void textsInAGroupingMayBeAnything(Database db) {
        var hostile = customer.name.concat("' \\ ? :x \" -- ");
        db.expect(select(hostile, count()).groupBy(hostile).orderBy(hostile).limit(1))
                .rows(List.of("ann' \\ ? :x \" -- ", 1L));
    }

    @Test
    void casesListsAndFunctionsAreGroupedBy(Database db) {
        var size = caseWhen(order.pieces.in(2, 3), "few").otherwise("many");
        db.expect(select(size.as("size"), sum(order.total)).groupBy(size).orderBy(size))
                .rows(
                        List.of("few", new java.math.BigDecimal("25.25")),
                        List.of("many", new java.math.BigDecimal("10.50")));
        db.expect(select(substring(customer.name, 1, 1), count())
                        .groupBy(substring(customer.name, 1, 1))
                        .orderBy(substring(customer.name, 1, 1)))
                .rows(List.of("a", 1L), List.of("b", 1L), List.of("c", 1L));
    }

    /** What is grouped by one value is not the compiled statement of another. */
    @Test
    void otherValuesAreOtherStatements(Database db) {
        for (long step : new long[] {1, 2, 3}) {
            db.expect(select(order.customerId.plus(step))
                            .groupBy(order.customerId.plus(step))
                            .orderBy(order.customerId.plus(step)))
                    .rows(1 + step, 2 + step);
        }
    }

    @Test
    void differentRowsAreSortedByAnExpressionWithAValue(Database db) {
        db.expect(select(order.customerId.times(-1L)).distinct().orderBy(order.customerId.times(-1L)))
                .sql("SELECT DISTINCT purchase.customer_id * -1 FROM purchase ORDER BY purchase.customer_id * -1")
                .rows(-2L, -1L);
    }

    @Test
    @Requires(Capability.ROLLUP)
    void sumsHaveSums(Database db) {
        var query = select(order.customerId, count())
                .groupBy(rollup(order.customerId))
                .orderBy(count().desc(), order.customerId.asc());
        db.expect(query)
                .sql(
                        "mysql",
                        db.engine().server().atLeast(9, 0)
                                ? "SELECT purchase.customer_id, count(*) FROM purchase GROUP BY purchase.customer_id WITH ROLLUP"
                                        + " ORDER BY count(*) DESC, purchase.customer_id"
                                : united("NULL"))
                .sql("mariadb", united("NULL"))
                .sql("sqlite", united("NULL"))
                .sql("h2", united("CAST(NULL AS BIGINT)"))
                .sql("SELECT purchase.customer_id, count(*) FROM purchase GROUP BY ROLLUP (purchase.customer_id)"
                        + " ORDER BY count(*) DESC, purchase.customer_id")
                .rows(Arrays.asList(null, 3L), List.of(1L, 2L), List.of(2L, 1L));
    }

    private static String united(String none) {
        return "SELECT anon_1.customer_id, anon_1.column_2 FROM (SELECT purchase.customer_id, count(*) AS column_2"
                + " FROM purchase GROUP BY purchase.customer_id UNION ALL SELECT " + none
                + " AS customer_id, count(*) FROM purchase) AS anon_1"
                + " ORDER BY anon_1.column_2 DESC, anon_1.customer_id";
    }

    @Test
    @Requires({Capability.ROLLUP, Capability.GROUPING})
    void aSumOfSumsIsKnown(Database db) {
        db.expect(select(order.customerId, grouping(order.customerId)).groupBy(rollup(order.customerId)))
                .rowsInAnyOrder(Arrays.asList(null, 1), List.of(1L, 0), List.of(2L, 0));
    }

    @Test
    @Requires(Capability.GROUPING_SETS)
    void groupingsAreChosen(Database db) {
        var sets = select(order.customerId, order.pieces, count())
                .groupBy(groupingSets(List.of(List.of(order.customerId), List.of(order.pieces), List.of())));
        var cube = select(order.customerId.plus(1L), order.pieces, count())
                .groupBy(cube(order.customerId.plus(1L), order.pieces));
        String union =
                "SELECT purchase.customer_id, %1$s AS pieces, count(*) FROM purchase GROUP BY purchase.customer_id"
                        + " UNION ALL SELECT %2$s AS customer_id, purchase.pieces, count(*) FROM purchase GROUP BY purchase.pieces"
                        + " UNION ALL SELECT %2$s AS customer_id, %1$s AS pieces, count(*) FROM purchase";
        String plain = union.formatted("NULL", "NULL");
        db.expect(sets)
                .sql("h2", union.formatted("CAST(NULL AS INTEGER)", "CAST(NULL AS BIGINT)"))
                .sql("sqlite", plain)
                .sql("mysql", plain)
                .sql("mariadb", plain)
                .sql("SELECT purchase.customer_id, purchase.pieces, count(*) FROM purchase"
                        + " GROUP BY GROUPING SETS ((purchase.customer_id), (purchase.pieces), ())")
                .rowsInAnyOrder(
                        Arrays.asList(1L, null, 2L),
                        Arrays.asList(2L, null, 1L),
                        Arrays.asList(null, 7, 1L),
                        Arrays.asList(null, 2, 1L),
                        Arrays.asList(null, 3, 1L),
                        Arrays.asList(null, null, 3L));
        try (var connection = db.engine().connect()) {
            assertThat(connection.execute(cube).all()).hasSize(9);
        }
    }
}
