package dev.azoth.tpch;

import static dev.azoth.sql.DatePart.YEAR;
import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.extract;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.customer;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.order;
import static dev.azoth.tpch.Tpch.part;
import static dev.azoth.tpch.Tpch.region;
import static dev.azoth.tpch.Tpch.supplier;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableAlias;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Which part of America's steel came from Brazil, by year. */
final class Q08NationalMarketShare implements TpchQuery {
    @Override
    public Query<?> typed() {
        TableAlias home = nation.as("n1");
        TableAlias origin = nation.as("n2");
        Label<Integer> year = extract(YEAR, order.date).as("o_year");
        Label<BigDecimal> volume = lineItem.discountedPrice().as("volume");
        Label<String> seller = origin.get(nation.name).as("nation");
        Subquery sales = select(year, volume, seller)
                .from(part)
                .join(lineItem, lineItem.partKey.eq(part.key))
                .join(supplier, supplier.key.eq(lineItem.supplierKey))
                .join(order, order.key.eq(lineItem.orderKey))
                .join(customer, customer.key.eq(order.customerKey))
                .join(home, home.get(nation.key).eq(customer.nationKey))
                .join(region, region.key.eq(home.get(nation.regionKey)))
                .join(origin, origin.get(nation.key).eq(supplier.nationKey))
                .where(region.name.eq("AMERICA"), part.type.eq("ECONOMY ANODIZED STEEL"))
                .where(order.date.between(LocalDate.of(1995, 1, 1), LocalDate.of(1996, 12, 31)))
                .subquery("all_nations");
        Expression<BigDecimal> brazilian =
                sum(caseWhen(sales.get(seller).eq("BRAZIL"), sales.get(volume)).otherwise(BigDecimal.ZERO));
        return select(sales.get(year), brazilian.ratio(sum(sales.get(volume))).as("mkt_share"))
                .groupBy(sales.get(year))
                .orderBy(sales.get(year));
    }

    @Override
    public String text() {
        return """
                SELECT o_year, sum(CASE WHEN nation = 'BRAZIL' THEN volume ELSE 0 END) / sum(volume) AS mkt_share
                FROM (
                  SELECT EXTRACT(YEAR FROM o_orderdate) AS o_year, l_extendedprice * (1 - l_discount) AS volume, n2.n_name AS nation
                  FROM part, supplier, lineitem, orders, customer, nation n1, nation n2, region
                  WHERE p_partkey = l_partkey AND s_suppkey = l_suppkey AND l_orderkey = o_orderkey AND o_custkey = c_custkey
                    AND c_nationkey = n1.n_nationkey AND n1.n_regionkey = r_regionkey AND r_name = 'AMERICA'
                    AND s_nationkey = n2.n_nationkey AND o_orderdate BETWEEN DATE '1995-01-01' AND DATE '1996-12-31'
                    AND p_type = 'ECONOMY ANODIZED STEEL'
                ) all_nations
                GROUP BY o_year
                ORDER BY o_year""";
    }
}
