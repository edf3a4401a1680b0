package dev.azoth.tpch;

import static dev.azoth.sql.DatePart.YEAR;
import static dev.azoth.sql.Sql.extract;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.customer;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.order;
import static dev.azoth.tpch.Tpch.supplier;

import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableAlias;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What France and Germany shipped to each other, by year. */
final class Q07VolumeShipping implements TpchQuery {
    @Override
    public Query<?> typed() {
        TableAlias from = nation.as("n1");
        TableAlias to = nation.as("n2");
        Label<String> seller = from.get(nation.name).as("supp_nation");
        Label<String> buyer = to.get(nation.name).as("cust_nation");
        Label<Integer> year = extract(YEAR, lineItem.shipDate).as("l_year");
        Label<BigDecimal> volume = lineItem.discountedPrice().as("volume");
        Subquery shipping = select(seller, buyer, year, volume)
                .from(supplier)
                .join(lineItem, lineItem.supplierKey.eq(supplier.key))
                .join(order, order.key.eq(lineItem.orderKey))
                .join(customer, customer.key.eq(order.customerKey))
                .join(from, from.get(nation.key).eq(supplier.nationKey))
                .join(to, to.get(nation.key).eq(customer.nationKey))
                .where(seller.eq("FRANCE")
                        .and(buyer.eq("GERMANY"))
                        .or(seller.eq("GERMANY").and(buyer.eq("FRANCE"))))
                .where(lineItem.shipDate.between(LocalDate.of(1995, 1, 1), LocalDate.of(1996, 12, 31)))
                .subquery("shipping");
        return select(
                        shipping.get(seller),
                        shipping.get(buyer),
                        shipping.get(year),
                        sum(shipping.get(volume)).as("revenue"))
                .groupBy(shipping.get(seller), shipping.get(buyer), shipping.get(year))
                .orderBy(shipping.get(seller), shipping.get(buyer), shipping.get(year));
    }

    @Override
    public String text() {
        return """
                SELECT supp_nation, cust_nation, l_year, sum(volume) AS revenue
                FROM (
                  SELECT n1.n_name AS supp_nation, n2.n_name AS cust_nation, EXTRACT(YEAR FROM l_shipdate) AS l_year,
                    l_extendedprice * (1 - l_discount) AS volume
                  FROM supplier, lineitem, orders, customer, nation n1, nation n2
                  WHERE s_suppkey = l_suppkey AND o_orderkey = l_orderkey AND c_custkey = o_custkey
                    AND s_nationkey = n1.n_nationkey AND c_nationkey = n2.n_nationkey
                    AND (n1.n_name = 'FRANCE' AND n2.n_name = 'GERMANY' OR n1.n_name = 'GERMANY' AND n2.n_name = 'FRANCE')
                    AND l_shipdate BETWEEN DATE '1995-01-01' AND DATE '1996-12-31'
                ) shipping
                GROUP BY supp_nation, cust_nation, l_year
                ORDER BY supp_nation, cust_nation, l_year""";
    }
}
