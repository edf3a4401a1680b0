package dev.azoth.tpch;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.tpch.Tpch.customer;
import static dev.azoth.tpch.Tpch.order;

import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import dev.azoth.sql.Subquery;

/** How many customers have how many orders, none included. */
final class Q13CustomerDistribution implements TpchQuery {
    @Override
    public Query<?> typed() {
        Label<Long> orders = count(order.key).as("c_count");
        Subquery each = select(customer.key, orders)
                .from(customer)
                .leftJoin(
                        order,
                        order.customerKey
                                .eq(customer.key)
                                .and(order.comment.like("%special%requests%").not()))
                .groupBy(customer.key)
                .subquery("c_orders");
        Label<Long> customers = count().as("custdist");
        return select(each.get(orders), customers)
                .groupBy(each.get(orders))
                .orderBy(customers.desc(), each.get(orders).desc());
    }

    @Override
    public String text() {
        return """
                SELECT c_count, count(*) AS custdist
                FROM (
                  SELECT c_custkey, count(o_orderkey) AS c_count
                  FROM customer LEFT OUTER JOIN orders ON c_custkey = o_custkey AND o_comment NOT LIKE '%special%requests%'
                  GROUP BY c_custkey
                ) c_orders
                GROUP BY c_count
                ORDER BY custdist DESC, c_count DESC""";
    }
}
