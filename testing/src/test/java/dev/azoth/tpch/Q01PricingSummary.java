package dev.azoth.tpch;

import static dev.azoth.sql.DateUnit.DAY;
import static dev.azoth.sql.Sql.avg;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.tpch.Tpch.lineItem;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Query;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How much was billed, shipped and returned. */
final class Q01PricingSummary implements TpchQuery {
    @Override
    public Query<?> typed() {
        Expression<BigDecimal> charge =
                lineItem.discountedPrice().times(literal(BigDecimal.ONE).plus(lineItem.tax));
        return select(
                        lineItem.returnFlag,
                        lineItem.status,
                        sum(lineItem.quantity).as("sum_qty"),
                        sum(lineItem.extendedPrice).as("sum_base_price"),
                        sum(lineItem.discountedPrice()).as("sum_disc_price"),
                        sum(charge).as("sum_charge"),
                        avg(lineItem.quantity).as("avg_qty"),
                        avg(lineItem.extendedPrice).as("avg_price"),
                        avg(lineItem.discount).as("avg_disc"),
                        count().as("count_order"))
                .where(lineItem.shipDate.le(value(LocalDate.of(1998, 12, 1)).minus(90, DAY)))
                .groupBy(lineItem.returnFlag, lineItem.status)
                .orderBy(lineItem.returnFlag, lineItem.status);
    }

    @Override
    public String text() {
        return """
                SELECT l_returnflag, l_linestatus, sum(l_quantity) AS sum_qty, sum(l_extendedprice) AS sum_base_price,
                  sum(l_extendedprice * (1 - l_discount)) AS sum_disc_price,
                  sum(l_extendedprice * (1 - l_discount) * (1 + l_tax)) AS sum_charge,
                  avg(l_quantity) AS avg_qty, avg(l_extendedprice) AS avg_price, avg(l_discount) AS avg_disc, count(*) AS count_order
                FROM lineitem
                WHERE l_shipdate <= DATE '1998-12-01' - INTERVAL '90' DAY
                GROUP BY l_returnflag, l_linestatus
                ORDER BY l_returnflag, l_linestatus""";
    }
}
