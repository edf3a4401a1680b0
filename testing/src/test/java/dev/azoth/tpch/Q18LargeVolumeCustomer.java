package dev.azoth.tpch;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.customer;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.order;

import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import java.math.BigDecimal;

/** Who ordered very much at once. */
final class Q18LargeVolumeCustomer implements TpchQuery {
    @Override
    public Query<?> typed() {
        Select<Long> large = select(lineItem.orderKey)
                .groupBy(lineItem.orderKey)
                .having(sum(lineItem.quantity).gt(BigDecimal.valueOf(300)));
        return select(
                        customer.name,
                        customer.key,
                        order.key,
                        order.date,
                        order.totalPrice,
                        sum(lineItem.quantity).as("quantity"))
                .from(customer)
                .join(order, order.customerKey.eq(customer.key))
                .join(lineItem, lineItem.orderKey.eq(order.key))
                .where(order.key.in(large))
                .groupBy(customer.name, customer.key, order.key, order.date, order.totalPrice)
                .orderBy(order.totalPrice.desc(), order.date.asc())
                .limit(100);
    }

    @Override
    public String text() {
        return """
                SELECT c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice, sum(l_quantity)
                FROM customer, orders, lineitem
                WHERE o_orderkey IN (SELECT l_orderkey FROM lineitem GROUP BY l_orderkey HAVING sum(l_quantity) > 300)
                  AND c_custkey = o_custkey AND o_orderkey = l_orderkey
                GROUP BY c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice
                ORDER BY o_totalprice DESC, o_orderdate
                LIMIT 100""";
    }
}
