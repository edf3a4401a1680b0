package dev.azoth.tpch;

import static dev.azoth.sql.DateUnit.YEAR;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.tpch.Tpch.customer;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.order;
import static dev.azoth.tpch.Tpch.region;
import static dev.azoth.tpch.Tpch.supplier;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What suppliers in Asia sold to customers of their own nation. */
final class Q05LocalSupplierVolume implements TpchQuery {
    @Override
    public Query<?> typed() {
        Expression<LocalDate> from = value(LocalDate.of(1994, 1, 1));
        Label<BigDecimal> revenue = sum(lineItem.discountedPrice()).as("revenue");
        return select(nation.name, revenue)
                .from(customer)
                .join(order, order.customerKey.eq(customer.key))
                .join(lineItem, lineItem.orderKey.eq(order.key))
                .join(supplier, supplier.key.eq(lineItem.supplierKey).and(supplier.nationKey.eq(customer.nationKey)))
                .join(nation, nation.key.eq(supplier.nationKey))
                .join(region, region.key.eq(nation.regionKey))
                .where(region.name.eq("ASIA"), order.date.ge(from), order.date.lt(from.plus(1, YEAR)))
                .groupBy(nation.name)
                .orderBy(revenue.desc());
    }

    @Override
    public String text() {
        return """
                SELECT n_name, sum(l_extendedprice * (1 - l_discount)) AS revenue
                FROM customer, orders, lineitem, supplier, nation, region
                WHERE c_custkey = o_custkey AND l_orderkey = o_orderkey AND l_suppkey = s_suppkey AND c_nationkey = s_nationkey
                  AND s_nationkey = n_nationkey AND n_regionkey = r_regionkey AND r_name = 'ASIA'
                  AND o_orderdate >= DATE '1994-01-01' AND o_orderdate < DATE '1994-01-01' + INTERVAL '1' YEAR
                GROUP BY n_name
                ORDER BY revenue DESC""";
    }
}
