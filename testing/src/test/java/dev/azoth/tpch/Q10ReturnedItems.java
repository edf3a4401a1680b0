package dev.azoth.tpch;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.customer;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.order;

import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Which customers sent most back. */
final class Q10ReturnedItems implements TpchQuery {
    @Override
    public Query<?> typed() {
        LocalDate from = LocalDate.of(1993, 10, 1);
        Label<BigDecimal> revenue = sum(lineItem.discountedPrice()).as("revenue");
        return select(
                        customer.key,
                        customer.name,
                        revenue,
                        customer.balance,
                        nation.name,
                        customer.address,
                        customer.phone,
                        customer.comment)
                .from(customer)
                .join(order, order.customerKey.eq(customer.key))
                .join(lineItem, lineItem.orderKey.eq(order.key))
                .join(nation, nation.key.eq(customer.nationKey))
                .where(order.date.ge(from), order.date.lt(from.plusMonths(3)), lineItem.returnFlag.eq("R"))
                .groupBy(
                        customer.key,
                        customer.name,
                        customer.balance,
                        customer.phone,
                        nation.name,
                        customer.address,
                        customer.comment)
                .orderBy(revenue.desc())
                .limit(20);
    }

    @Override
    public String text() {
        return """
                SELECT c_custkey, c_name, sum(l_extendedprice * (1 - l_discount)) AS revenue, c_acctbal, n_name, c_address, c_phone, c_comment
                FROM customer, orders, lineitem, nation
                WHERE c_custkey = o_custkey AND l_orderkey = o_orderkey AND o_orderdate >= DATE '1993-10-01'
                  AND o_orderdate < DATE '1993-10-01' + INTERVAL '3' MONTH AND l_returnflag = 'R' AND c_nationkey = n_nationkey
                GROUP BY c_custkey, c_name, c_acctbal, c_phone, n_name, c_address, c_comment
                ORDER BY revenue DESC
                LIMIT 20""";
    }
}
