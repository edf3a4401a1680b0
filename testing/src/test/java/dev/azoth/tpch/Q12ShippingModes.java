package dev.azoth.tpch;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.order;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Query;
import java.time.LocalDate;

/** How many urgent orders, and how many others, came late by mail and by ship. */
final class Q12ShippingModes implements TpchQuery {
    @Override
    public Query<?> typed() {
        LocalDate from = LocalDate.of(1994, 1, 1);
        Condition urgent = order.priority.in("1-URGENT", "2-HIGH");
        return select(
                        lineItem.shipMode,
                        count().filter(urgent).as("high_line_count"),
                        count().filter(urgent.not()).as("low_line_count"))
                .from(order)
                .join(lineItem, lineItem.orderKey.eq(order.key))
                .where(lineItem.shipMode.in("MAIL", "SHIP"))
                .where(lineItem.commitDate.lt(lineItem.receiptDate), lineItem.shipDate.lt(lineItem.commitDate))
                .where(lineItem.receiptDate.ge(from), lineItem.receiptDate.lt(from.plusYears(1)))
                .groupBy(lineItem.shipMode)
                .orderBy(lineItem.shipMode);
    }

    @Override
    public String text() {
        return """
                SELECT l_shipmode,
                  sum(CASE WHEN o_orderpriority = '1-URGENT' OR o_orderpriority = '2-HIGH' THEN 1 ELSE 0 END) AS high_line_count,
                  sum(CASE WHEN o_orderpriority <> '1-URGENT' AND o_orderpriority <> '2-HIGH' THEN 1 ELSE 0 END) AS low_line_count
                FROM orders, lineitem
                WHERE o_orderkey = l_orderkey AND l_shipmode IN ('MAIL', 'SHIP') AND l_commitdate < l_receiptdate
                  AND l_shipdate < l_commitdate AND l_receiptdate >= DATE '1994-01-01'
                  AND l_receiptdate < DATE '1994-01-01' + INTERVAL '1' YEAR
                GROUP BY l_shipmode
                ORDER BY l_shipmode""";
    }
}
