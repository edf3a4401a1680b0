package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.anyValue;
import static dev.azoth.sql.Sql.arrayAgg;
import static dev.azoth.sql.Sql.boolAnd;
import static dev.azoth.sql.Sql.boolOr;
import static dev.azoth.sql.Sql.corr;
import static dev.azoth.sql.Sql.countWhere;
import static dev.azoth.sql.Sql.covarPop;
import static dev.azoth.sql.Sql.covarSamp;
import static dev.azoth.sql.Sql.jsonArrayAgg;
import static dev.azoth.sql.Sql.jsonObjectAgg;
import static dev.azoth.sql.Sql.median;
import static dev.azoth.sql.Sql.mode;
import static dev.azoth.sql.Sql.percentileCont;
import static dev.azoth.sql.Sql.percentileDisc;
import static dev.azoth.sql.Sql.regrIntercept;
import static dev.azoth.sql.Sql.regrR2;
import static dev.azoth.sql.Sql.regrSlope;
import static dev.azoth.sql.Sql.repeat;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.stddevPop;
import static dev.azoth.sql.Sql.stddevSamp;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.sumLong;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.varPop;
import static dev.azoth.sql.Sql.varSamp;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Select;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions of many rows, beyond the sums and counts of {@link SelectTest}. */
@EveryDatabase
class AggregateTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private static <T> T one(Database db, Select<T> query) {
        try (Connection connection = db.engine().connect()) {
            return connection.execute(query).one();
        }
    }

    @Test
    void textsAreJoinedInAnOrder(Database db) {
        db.expect(select(stringAgg(customer.name, "; ").orderBy(customer.name.desc())))
                .sql(
                        "mysql",
                        "SELECT group_concat(customer.name ORDER BY customer.name DESC SEPARATOR '; ') FROM customer")
                .sql(
                        "mariadb",
                        "SELECT group_concat(customer.name ORDER BY customer.name DESC SEPARATOR '; ') FROM customer")
                .sql("SELECT string_agg(customer.name, '; ' ORDER BY customer.name DESC) FROM customer")
                .parameters()
                .rows("cid; bob; ann");
        db.expect(select(stringAgg(customer.name, ",").orderBy(customer.id).filter(customer.age.isNotNull())))
                .rows("ann,bob");
        db.expect(select(stringAgg(customer.name, ",").distinct().orderBy(customer.name)))
                .rows("ann,bob,cid");
        db.expect(select(stringAgg(customer.name, "'\\?:x{}").orderBy(customer.name)))
                .rows("ann'\\?:x{}bob'\\?:x{}cid");
        db.expect(select(stringAgg(customer.name, ",")).where(customer.id.eq(9L)))
                .rows((Object) null);
    }

    /** MySQL's own limit is 1,024 bytes, and it cuts without a word. */
    @Test
    void longTextsAreJoinedWhole(Database db) {
        String joined = one(db, select(stringAgg(repeat(customer.name, 100_000), "")));

        assertThat(joined).hasSize(900_000);
    }

    @Test
    @Requires(Capability.JSON)
    void valuesBecomeAJsonArray(Database db) {
        assertThat(one(db, select(jsonArrayAgg(customer.age).orderBy(customer.id.desc()))))
                .isEqualTo(Json.parse("[null, 41, 30]"));
        assertThat(one(db, select(jsonArrayAgg(customer.active).orderBy(customer.id))))
                .isEqualTo(Json.parse("[true, false, true]"));
        assertThat(one(
                        db,
                        select(jsonArrayAgg(customer.name).orderBy(customer.id).filter(customer.id.gt(1L)))))
                .isEqualTo(Json.parse("[\"bob\", \"cid\"]"));
        assertThat(one(
                        db,
                        select(jsonArrayAgg(customer.age).orderBy(customer.id).filter(customer.id.gt(1L)))))
                .isEqualTo(Json.parse("[41, null]"));
        assertThat(one(db, select(jsonArrayAgg(customer.name)).where(customer.id.eq(1L))))
                .isEqualTo(Json.parse("[\"ann\"]"));
        db.expect(select(jsonArrayAgg(customer.name)).where(customer.id.eq(9L))).rows((Object) null);
    }

    @Test
    @Requires(Capability.JSON)
    void valuesBecomeAJsonObject(Database db) {
        assertThat(one(db, select(jsonObjectAgg(customer.name, customer.age))))
                .isEqualTo(Json.parse("{\"ann\": 30, \"bob\": 41, \"cid\": null}"));
        db.expect(select(jsonObjectAgg(customer.name, customer.age)).where(customer.id.eq(9L)))
                .rows((Object) null);
    }

    @Test
    @Requires(Capability.ARRAYS)
    void valuesBecomeAnArray(Database db) {
        var query = select(arrayAgg(customer.name).orderBy(customer.id));
        assertThat(one(db, query)).containsExactly("ann", "bob", "cid");
    }

    @Test
    void conditionsOfAllRows(Database db) {
        db.expect(select(boolAnd(customer.active), boolOr(customer.active), boolAnd(customer.id.gt(0L))))
                .rows(List.of(false, true, true));
        db.expect(select(countWhere(customer.active))).rows(2L);
    }

    @Test
    @Requires(Capability.ANY_VALUE)
    void anyOfManyValues(Database db) {
        db.expect(select(anyValue(customer.active)).where(customer.active)).rows(true);
    }

    @Test
    void sumsOfWholeNumbersAreWhole(Database db) {
        db.expect(select(
                        sumLong(order.pieces),
                        sum(order.customerId).dividedBy(3L),
                        sum(order.pieces).distinct()))
                .rows(List.of(12L, 1L, 12));
    }

    @Test
    @Requires(Capability.DEVIATION)
    void valuesAreSpread(Database db) {
        assertThat(one(db, select(varPop(order.pieces)))).isEqualTo(14 / 3d, within());
        assertThat(one(db, select(varSamp(order.pieces)))).isEqualTo(7, within());
        assertThat(one(db, select(stddevPop(order.pieces)))).isEqualTo(Math.sqrt(14 / 3d), within());
        assertThat(one(db, select(stddevSamp(order.pieces)))).isEqualTo(Math.sqrt(7), within());
    }

    @Test
    @Requires(Capability.CORRELATION)
    void valuesGoTogether(Database db) {
        assertThat(one(db, select(covarPop(order.pieces, order.id)))).isEqualTo(-4 / 3d, within());
        assertThat(one(db, select(covarSamp(order.pieces, order.id)))).isEqualTo(-2, within());
        assertThat(one(db, select(corr(order.pieces, order.id)))).isEqualTo(-4 / Math.sqrt(28), within());
        assertThat(one(db, select(regrSlope(order.pieces, order.id)))).isEqualTo(-2, within());
        assertThat(one(db, select(regrIntercept(order.pieces, order.id)))).isEqualTo(8, within());
        assertThat(one(db, select(regrR2(order.pieces, order.id)))).isEqualTo(16 / 28d, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    @Requires(Capability.ORDERED_SETS)
    void valuesInTheirOrder(Database db) {
        assertThat(one(db, select(percentileCont(0.25, order.pieces)))).isEqualTo(2.5, within());
        assertThat(one(db, select(percentileDisc(0.25, order.pieces)))).isEqualTo(2);
        assertThat(one(db, select(median(order.pieces)))).isEqualTo(3, within());
        assertThatThrownBy(() -> percentileCont(50, order.pieces))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share is from 0 to 1, not 50.0");
    }

    @Test
    @Requires(Capability.ORDERED_SETS)
    void valuesOfAGroupInTheirOrder(Database db) {
        assertThat(one(db, select(percentileDisc(0.5, order.total)))).isEqualByComparingTo("10.50");
        assertThat(one(db, select(percentileDisc(0, order.pieces)))).isEqualTo(2);
        assertThat(one(db, select(percentileCont(1, order.pieces)))).isEqualTo(7, within());
        assertThat(one(db, select(median(order.pieces).filter(order.customerId.eq(1L)))))
                .isEqualTo(one(db, select(median(order.pieces)).where(order.customerId.eq(1L))), within());
        assertThat(one(db, select(median(order.pieces)).where(order.id.lt(0L)))).isNull();
        assertThat(one(db, select(percentileDisc(0.5, order.pieces)).where(order.id.lt(0L))))
                .isNull();
        if (!db.name().equals("sqlite")) { // its percentiles are of numbers
            assertThat(one(db, select(percentileDisc(0.5, customer.name.concat(",'\\")))))
                    .isEqualTo("bob,'\\");
        }
        db.expect(select(median(order.pieces)))
                .sql("postgresql", "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY purchase.pieces) FROM purchase")
                .sql("mysql", joined())
                .sql("mariadb", joined())
                .rows(3.0);
    }

    /** The values are joined, and those next to the place are taken out. */
    private static String joined() {
        String value =
                "CAST(substring_index(substring_index(group_concat(purchase.pieces ORDER BY purchase.pieces SEPARATOR ','), ',',"
                        + " %s(0.5 * (count(purchase.pieces) - 1)) + 1), ',', -1) AS DOUBLE)";
        return "SELECT (" + value.formatted("floor") + " + (" + value.formatted("ceil") + " - "
                + value.formatted("floor")
                + ") * (0.5 * (count(purchase.pieces) - 1) - floor(0.5 * (count(purchase.pieces) - 1)))) FROM purchase";
    }

    @Test
    void percentilesOverAWindow(Database db) {
        var middle = select(order.id, median(order.pieces).over(w -> w.partitionBy(order.customerId)))
                .orderBy(order.id);
        if (db.name().equals("mariadb")) {
            db.expect(middle)
                    .sql("SELECT purchase.id, percentile_cont(0.5) WITHIN GROUP (ORDER BY purchase.pieces)"
                            + " OVER (PARTITION BY purchase.customer_id) FROM purchase ORDER BY purchase.id");
            try (Connection connection = db.engine().connect()) {
                assertThat(connection.execute(middle).all()).hasSize(3);
            }
        } else if (db.name().equals("mysql")) {
            assertThatThrownBy(() -> db.engine().compile(middle))
                    .hasMessageContaining("has no percentile_cont as a window function");
        }
    }

    @Test
    @Requires({Capability.ORDERED_SETS, Capability.MODE})
    void theValueThatIsThereMostOften(Database db) {
        assertThat(one(db, select(mode(order.customerId)))).isEqualTo(1L);
    }

    @Test
    void anOrderedSetIsWrittenAsTheStandardHasIt(Database db) {
        if (db.name().equals("postgresql") || db.name().equals("h2")) {
            db.expect(select(median(order.pieces)))
                    .sql("SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY purchase.pieces) FROM purchase");
        }
    }

    @Test
    void anAggregateOfBoundValues(Database db) {
        db.expect(select(stringAgg(customer.name.concat(value("!")), "").orderBy(customer.id.negate())))
                .rows("cid!bob!ann!");
    }
}
