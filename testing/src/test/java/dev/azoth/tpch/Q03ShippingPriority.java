package dev.azoth.tpch;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.customer;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.order;

import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Which orders, not yet shipped, are worth most. */
final class Q03ShippingPriority implements TpchQuery {
    @Override
    public Query<?> typed() {
        LocalDate day = LocalDate.of(1995, 3, 15);
        Label<BigDecimal> revenue = sum(lineItem.discountedPrice()).as("revenue");
        return select(lineItem.orderKey, revenue, order.date, order.shipPriority)
                .from(customer)
                .join(order, order.customerKey.eq(customer.key))
                .join(lineItem, lineItem.orderKey.eq(order.key))
                .where(customer.segment.eq("BUILDING"), order.date.lt(day), lineItem.shipDate.gt(day))
                .groupBy(lineItem.orderKey, order.date, order.shipPriority)
                .orderBy(revenue.desc(), order.date.asc())
                .limit(10);
    }

    @Override
    public String text() {
        return """
                SELECT l_orderkey, sum(l_extendedprice * (1 - l_discount)) AS revenue, o_orderdate, o_shippriority
                FROM customer, orders, lineitem
                WHERE c_mktsegment = 'BUILDING' AND c_custkey = o_custkey AND l_orderkey = o_orderkey
                  AND o_orderdate < DATE '1995-03-15' AND l_shipdate > DATE '1995-03-15'
                GROUP BY l_orderkey, o_orderdate, o_shippriority
                ORDER BY revenue DESC, o_orderdate
                LIMIT 10""";
    }
}
