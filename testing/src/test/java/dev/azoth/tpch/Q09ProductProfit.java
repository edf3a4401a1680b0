package dev.azoth.tpch;

import static dev.azoth.sql.DatePart.YEAR;
import static dev.azoth.sql.Sql.extract;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.order;
import static dev.azoth.tpch.Tpch.part;
import static dev.azoth.tpch.Tpch.partSupplier;
import static dev.azoth.tpch.Tpch.supplier;

import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import dev.azoth.sql.Subquery;
import java.math.BigDecimal;

/** What was earned with green parts, by nation and year. */
final class Q09ProductProfit implements TpchQuery {
    @Override
    public Query<?> typed() {
        Label<Integer> year = extract(YEAR, order.date).as("o_year");
        Label<BigDecimal> amount = lineItem.discountedPrice()
                .minus(partSupplier.supplyCost.times(lineItem.quantity))
                .as("amount");
        Subquery profit = select(nation.name.as("nation"), year, amount)
                .from(part)
                .join(lineItem, lineItem.partKey.eq(part.key))
                .join(supplier, supplier.key.eq(lineItem.supplierKey))
                .join(
                        partSupplier,
                        partSupplier
                                .partKey
                                .eq(lineItem.partKey)
                                .and(partSupplier.supplierKey.eq(lineItem.supplierKey)))
                .join(order, order.key.eq(lineItem.orderKey))
                .join(nation, nation.key.eq(supplier.nationKey))
                .where(part.name.contains("green"))
                .subquery("profit");
        return select(
                        profit.get("nation", String.class),
                        profit.get(year),
                        sum(profit.get(amount)).as("sum_profit"))
                .groupBy(profit.get("nation"), profit.get(year))
                .orderBy(profit.get("nation").asc(), profit.get(year).desc());
    }

    @Override
    public String text() {
        return """
                SELECT nation, o_year, sum(amount) AS sum_profit
                FROM (
                  SELECT n_name AS nation, EXTRACT(YEAR FROM o_orderdate) AS o_year,
                    l_extendedprice * (1 - l_discount) - ps_supplycost * l_quantity AS amount
                  FROM part, supplier, lineitem, partsupp, orders, nation
                  WHERE s_suppkey = l_suppkey AND ps_suppkey = l_suppkey AND ps_partkey = l_partkey AND p_partkey = l_partkey
                    AND o_orderkey = l_orderkey AND s_nationkey = n_nationkey AND p_name LIKE '%green%'
                ) profit
                GROUP BY nation, o_year
                ORDER BY nation, o_year DESC""";
    }
}
