package dev.azoth.tpch;

import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.supplier;

import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Query;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Who sold most in a quarter. */
final class Q15TopSupplier implements TpchQuery {
    @Override
    public Query<?> typed() {
        LocalDate from = LocalDate.of(1996, 1, 1);
        CommonTableExpression revenue = select(
                        lineItem.supplierKey, sum(lineItem.discountedPrice()).as("total_revenue"))
                .where(lineItem.shipDate.ge(from), lineItem.shipDate.lt(from.plusMonths(3)))
                .groupBy(lineItem.supplierKey)
                .cte("revenue");
        Expression<BigDecimal> total = revenue.get("total_revenue", BigDecimal.class);
        return select(supplier.key, supplier.name, supplier.address, supplier.phone, total)
                .from(supplier)
                .join(revenue, revenue.get(lineItem.supplierKey).eq(supplier.key))
                .where(total.eq(select(max(total))))
                .orderBy(supplier.key);
    }

    @Override
    public String text() {
        return """
                WITH revenue AS (
                  SELECT l_suppkey AS supplier_no, sum(l_extendedprice * (1 - l_discount)) AS total_revenue
                  FROM lineitem
                  WHERE l_shipdate >= DATE '1996-01-01' AND l_shipdate < DATE '1996-01-01' + INTERVAL '3' MONTH
                  GROUP BY l_suppkey
                )
                SELECT s_suppkey, s_name, s_address, s_phone, total_revenue
                FROM supplier, revenue
                WHERE s_suppkey = supplier_no AND total_revenue = (SELECT max(total_revenue) FROM revenue)
                ORDER BY s_suppkey""";
    }
}
