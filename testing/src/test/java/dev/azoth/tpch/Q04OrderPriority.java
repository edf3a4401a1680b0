package dev.azoth.tpch;

import static dev.azoth.sql.DateUnit.MONTH;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.order;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Query;
import java.time.LocalDate;

/** How many orders of each priority had something late. */
final class Q04OrderPriority implements TpchQuery {
    @Override
    public Query<?> typed() {
        Expression<LocalDate> from = value(LocalDate.of(1993, 7, 1));
        return select(order.priority, count().as("order_count"))
                .where(order.date.ge(from), order.date.lt(from.plus(3, MONTH)))
                .where(exists(select(lineItem.number)
                        .where(lineItem.orderKey.eq(order.key), lineItem.commitDate.lt(lineItem.receiptDate))))
                .groupBy(order.priority)
                .orderBy(order.priority);
    }

    @Override
    public String text() {
        return """
                SELECT o_orderpriority, count(*) AS order_count
                FROM orders
                WHERE o_orderdate >= DATE '1993-07-01' AND o_orderdate < DATE '1993-07-01' + INTERVAL '3' MONTH
                  AND EXISTS (SELECT * FROM lineitem WHERE l_orderkey = o_orderkey AND l_commitdate < l_receiptdate)
                GROUP BY o_orderpriority
                ORDER BY o_orderpriority""";
    }
}
